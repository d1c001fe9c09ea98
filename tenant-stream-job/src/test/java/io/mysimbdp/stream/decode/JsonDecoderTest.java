package io.mysimbdp.stream.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.record.Row;
import io.mysimbdp.stream.VmCpu;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record is sound by its schema, or the reason says what is wrong with it. */
class JsonDecoderTest {
  private static final String SOUND =
      "{\"timestamp\":300,\"vm_id\":\"a\",\"min_cpu\":1.5,\"max_cpu\":2.5,\"avg_cpu\":2}";

  private final JsonDecoder decoder = new JsonDecoder(VmCpu.READINGS);
  private final Row row = new Row(VmCpu.READINGS.schema().size());

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

  @Property
  void noBytesMakeItFail(@ForAll byte[] bytes) {
    assertThat(decoder.decode(bytes, row)).isNotNull();
  }

  private String decode(String json) {
    return decoder.decode(json.getBytes(StandardCharsets.UTF_8), row);
  }
}
