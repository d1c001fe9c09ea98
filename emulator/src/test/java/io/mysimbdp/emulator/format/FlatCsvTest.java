package io.mysimbdp.emulator.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mysimbdp.emulator.VmCpu;
import io.mysimbdp.emulator.line.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatCsvTest {
  private final FlatCsv format = new FlatCsv(VmCpu.readings());
  private final RawRecord record = new RawRecord();

  private static Line line(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Line().show(bytes, 0, bytes.length);
  }

  private String convert(String csv) {
    assertThat(format.convert(line(csv), record)).as("can be split: %s", csv).isTrue();
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  @Test
  void numbersKeepTheirLiteralText() {
    assertThat(convert("300,aB+/,2.870000,1e1,100"))
        .isEqualTo(
            "{\"timestamp\":300,\"vm_id\":\"aB+/\",\"min_cpu\":2.870000,\"max_cpu\":1e1,\"avg_cpu\":100}");
    assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("aB+/");
  }

  @Test
  void anEmptyNumberIsNullAndAnEmptyTextIsEmpty() {
    assertThat(convert("300,,,,"))
        .isEqualTo(
            "{\"timestamp\":300,\"vm_id\":\"\",\"min_cpu\":null,\"max_cpu\":null,\"avg_cpu\":null}");
    assertThat(record.key()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "NaN", "+1", "007", ".5", "1.", " 1", "1 ", "-", "1e", "0x1F", "1d"})
  void whatIsNoJsonNumberIsSentAsText(String cell) {
    assertThat(convert("300,vm,1," + cell + ",1"))
        .isEqualTo(
            "{\"timestamp\":300,\"vm_id\":\"vm\",\"min_cpu\":1,\"max_cpu\":\""
                + cell
                + "\",\"avg_cpu\":1}");
  }

  @Test
  void missingColumnsAreLeftOutAndSurplusOnesGetNames() {
    assertThat(convert("300,vm")).isEqualTo("{\"timestamp\":300,\"vm_id\":\"vm\"}");
    assertThat(convert("300,vm,1,2,3,4,x"))
        .endsWith("\"avg_cpu\":3,\"column_6\":\"4\",\"column_7\":\"x\"}");
  }

  @Test
  void quotedCellsLoseTheirQuotesOnly() {
    assertThat(convert("300,\"a,\"\"b\"\"\",1,\"2\",3"))
        .isEqualTo(
            "{\"timestamp\":300,\"vm_id\":\"a,\\\"b\\\"\",\"min_cpu\":1,\"max_cpu\":2,\"avg_cpu\":3}");
    assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("a,\"b\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"300,\"vm,1,2,3", "300,v\"m,1,2,3", "300,\"vm\"x,1,2,3"})
  void aLineWhoseQuotesDoNotMatchCannotBeSplit(String csv) {
    assertThat(format.convert(line(csv), record)).isFalse();
    assertThat(format.eventTime(line(csv))).isEqualTo(LineFormat.UNREADABLE);
  }

  @Test
  void aLineThatIsNoUtf8CannotBeSplit() {
    byte[] bytes = "300,v?,1,2,3".getBytes(StandardCharsets.US_ASCII);
    bytes[5] = (byte) 0xE9;
    assertThat(format.convert(new Line().show(bytes, 0, bytes.length), record)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "300,300000", "300.0,300000", "3e2,300000", "-5,-5000"})
  void eventTimesAreReadAsTheStreamJobReadsThem(String cell, long sinceOrigin) {
    assertThat(format.eventTime(line(cell + ",vm,1,2,3"))).isEqualTo(VmCpu.ORIGIN + sinceOrigin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "300.5", "x", "0300", "1e999999999", "99999999999999999999"})
  void whatIsNoWholeNumberIsNoEventTime(String cell) {
    assertThat(format.eventTime(line(cell + ",vm,1,2,3"))).isEqualTo(LineFormat.UNREADABLE);
  }

  @Test
  void stampingMovesEventTimesAndNothingElse() {
    format.shiftEventTimes(60_000);
    assertThat(convert("300.0,vm,1,2,3"))
        .startsWith("{\"timestamp\":360,")
        .contains("\"max_cpu\":2");
    assertThat(convert("x,vm,1,2,3")).startsWith("{\"timestamp\":\"x\",");
  }

  @Test
  void aHeaderSaysWhereTheColumnsAre() throws IOException {
    FlatCsv named = FlatCsv.withHeader(VmCpu.readings(), line("vm_id,cores,timestamp"));
    assertThat(named.convert(line("vm,4,300"), record)).isTrue();
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo("{\"vm_id\":\"vm\",\"cores\":\"4\",\"timestamp\":300}");
    assertThat(named.eventTime(line("vm,4,300"))).isEqualTo(VmCpu.ORIGIN + 300_000);
    assertThatThrownBy(() -> FlatCsv.withHeader(VmCpu.readings(), line("0,vm,1,2,3")))
        .hasMessageContaining("names no column of raw stream readings");
  }

  @Property(tries = 500)
  void everyCellSurvivesAsItStands(@ForAll("cells") List<String> cells) throws IOException {
    List<String> written = cells.stream().map(FlatCsvTest::csv).toList();
    String json = convert(String.join(",", written));
    List<String> read = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue()) {
          read.add(token == JsonToken.VALUE_NULL ? "" : parser.getText());
        }
      }
    }
    assertThat(read).isEqualTo(cells);
  }

  @Provide
  Arbitrary<List<String>> cells() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .all()
            .excludeChars('\n', '\r')
            .ofMaxLength(12)
            .filter(FlatCsvTest::isText);
    Arbitrary<String> number =
        Arbitraries.oneOf(
            Arbitraries.longs().map(String::valueOf), Arbitraries.doubles().map(String::valueOf));
    return Arbitraries.oneOf(text, number).list().ofMinSize(1).ofMaxSize(8);
  }

  /** Half of a surrogate pair is no text and has no bytes in UTF-8. */
  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String csv(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
