package io.mysimbdp.platform.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.record.Row;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record is sound by its schema, or the reason says what is wrong with it. */
class JsonDecoderTest {
  private static final String SOUND =
      "{\"timestamp\":300,\"vm_id\":\"a\",\"min_cpu\":1.5,\"max_cpu\":2.5,\"avg_cpu\":2}";

  private static final RawStream READINGS =
      Definitions.read(Path.of("../tenants/vm-cpu")).rawStream("readings");

  private final JsonDecoder decoder = new JsonDecoder(READINGS);
  private final Row row = new Row(READINGS.schema().size());

  @Test
  void readsEveryColumn() {
    assertThat(decode(SOUND)).isNull();
    assertThat(row.getLong(0)).isEqualTo(300);
    assertThat(row.getText(1)).isEqualTo("a");
    assertThat(row.getDouble(4)).isEqualTo(2.0);
  }

  @Test
  void theOrderOfFieldsIsFreeAndNullableOnesMayBeAbsentOrNull() {
    assertThat(decode("{\"avg_cpu\":2,\"max_cpu\":2,\"vm_id\":\"a\",\"timestamp\":3e2}")).isNull();
    assertThat(row.getLong(0)).isEqualTo(300);
    assertThat(row.isNull(2)).isTrue();
    assertThat(decode(SOUND.replace("1.5", "null"))).isNull();
    assertThat(row.isNull(2)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "300            | 300.5        | 'timestamp' should be a whole number but is 300.5",
        "300            | 1e19         | 'timestamp' should be a whole number but is 1e19",
        "300            | 1e99999999999 | 'timestamp' should be a whole number but is 1e99999999999",
        "300            | 99999999999999999999 | 'timestamp' is outside 64 bits",
        "300            | \"300\"      | 'timestamp' should be a whole number but is the text '300'",
        "\"a\"          | 7            | 'vm_id' should be text but is 7",
        "\"a\"          | \"\"         | key field 'vm_id' is empty",
        "\"a\"          | null         | 'vm_id' is null",
        "\"a\"          | \"\\ud800\"  | 'vm_id' is not valid Unicode",
        "2.5            | \"x\"        | 'max_cpu' should be a number but is the text 'x'",
        "2.5            | 1e999        | 'max_cpu' is outside the range of a double",
        "2.5            | {}           | 'max_cpu' should be a number but is an object",
        "2.5            | NaN          | not JSON",
        "\"max_cpu\":2.5, | ~~         | 'max_cpu' is missing",
        "max_cpu        | MAX_CPU      | 'MAX_CPU' is not in the schema",
        "max_cpu        | min_cpu      | 'min_cpu' stands twice",
        "\"avg_cpu\":2}   | \"avg_cpu\":2      | not JSON",
        "\"avg_cpu\":2}   | \"avg_cpu\":2}{}   | something follows",
      })
  void saysWhatIsWrong(String replace, String by, String reason) {
    assertThat(decode(SOUND.replace(replace, by == null ? "" : by))).contains(reason);
  }

  @Test
  void whatIsNoObjectIsNoRecord() {
    assertThat(decode("[1]")).isEqualTo("not a JSON object");
    assertThat(decode("")).isEqualTo("the record is empty");
    assertThat(decoder.decode(null, row)).isEqualTo("the record is empty");
  }

  @Test
  void onlyUtf8IsRead() {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32"),
            Charset.forName("UTF-32LE"))) {
      assertThat(decoder.decode(SOUND.getBytes(charset), row))
          .as("%s", charset)
          .contains("not JSON");
    }
    assertThat(decode("\ufeff" + SOUND)).contains("not JSON");
    byte[] latin1 = SOUND.replace("\"a\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(decoder.decode(latin1, row)).contains("not valid UTF-8");
  }

  @Test
  void bytesThatOnlyLookLikeUtf8AreNot() {
    String overlong = "\u00c1\u0081";
    String surrogates = "\u00ed\u00a0\u00bd\u00ed\u00b8\u0080";
    for (String bytes : List.of(overlong, surrogates)) {
      byte[] value =
          SOUND.replace("\"a\"", "\"" + bytes + "\"").getBytes(StandardCharsets.ISO_8859_1);
      assertThat(decoder.decode(value, row)).contains("not valid UTF-8");
    }
  }

  @Test
  void aTextThatFitsIntoNoKeyIsRefused() {
    assertThat(decode(SOUND.replace("\"a\"", "\"" + "\u00e9".repeat(4096) + "\""))).isNull();
    assertThat(decode(SOUND.replace("\"a\"", "\"" + "\u00e9".repeat(4096) + "b\"")))
        .isEqualTo("field 'vm_id' has more than 8192 bytes");
    assertThat(decode(SOUND.replace("\"a\"", "\"" + "\ud83d\ude00".repeat(2048) + "\""))).isNull();
  }

  @Test
  void depthAndLengthCostNothing() {
    assertThat(decode(SOUND.replace("2.5", "[".repeat(10_000)))).contains("but is an array");
    assertThat(decode("[".repeat(10_000))).isEqualTo("not a JSON object");
    assertThat(decode(SOUND.replace("2.5", "9".repeat(900_000)))).contains("not JSON");
  }

  @Property
  void noBytesMakeItFail(@ForAll byte[] bytes) {
    assertThat(decoder.decode(bytes, row)).isNotNull();
  }

  private String decode(String json) {
    return decoder.decode(json.getBytes(StandardCharsets.UTF_8), row);
  }
}
