package io.mysimbdp.local.endtoend.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  private static final RowShape SHAPE = RowShape.of("t", 1, "vm:TEXT", "at:TIME", "cpu:DOUBLE");

  @TempDir private Path folder;

  @Test
  void theSameRowsInAnotherOrderAreTheSame() {
    Rows rows = rows(row("a", 1), row("b", 2), row("b", 2));
    assertThat(rows.differenceTo(Stream.of(row("b", 2), row("a", 1), row("b", 2)))).isEmpty();
    assertThat(rows.repeatedKeys()).isEqualTo(1);
  }

  @Test
  void aRepeatedRowIsExtraAndALostOneMissing() {
    Rows rows = rows(row("a", 1), row("b", 2));
    assertThat(rows.differenceTo(Stream.of(row("a", 1), row("a", 1))))
        .contains("expected 2 rows, got 2")
        .contains("missing: 1\n  vm=b")
        .contains("extra: 1\n  vm=a");
  }

  @Test
  void whatIsLostDoubledAndWrongIsCounted() {
    Rows rows = rows(row("a", 1), row("b", 2), row("c", 3), row("c", 3), row("d", 4));
    Rows.Difference difference =
        rows.compareTo(Stream.of(row("a", 1), row("a", 1), row("b", 9), row("c", 3), row("e", 5)));
    assertThat(difference.lost()).as("a repeat of c, and d").isEqualTo(2);
    assertThat(difference.doubled()).as("a").isEqualTo(1);
    assertThat(difference.wrong()).as("b, and e which nobody expected").isEqualTo(2);
  }

  @Test
  void theLastBitOfADoubleIsADifference() {
    assertThat(rows(row("a", 0.3)).differenceTo(Stream.of(row("a", 0.1 + 0.2))))
        .contains("different: 1\n  vm=a")
        .contains("expected at=1970-01-01T00:00:00Z cpu=0.3\n")
        .contains("got      at=1970-01-01T00:00:00Z cpu=0.30000000000000004");
  }

  @Test
  void ofManyDifferencesTenAreShown() {
    Rows rows = new Rows();
    for (int i = 0; i < 25; i++) {
      rows.add(row("vm" + i, i));
    }
    assertThat(rows.differenceTo(Stream.of())).contains("missing: 25").contains("and 15 more");
  }

  @Test
  void exportedLinesAreHeldToTheColumns() throws IOException {
    String good = "{\"cpu\":0.1,\"vm\":\"a\",\"at\":\"1970-01-01T00:00:00Z\"}";
    assertThat(ExportedRows.difference(rows(row("a", 0.1)), file(good), SHAPE)).isEmpty();
    for (String bad :
        List.of(
            good.replace("\"cpu\":0.1", "\"cpu\":\"0.1\""),
            good.replace("\"cpu\":0.1,", ""),
            good.replace("}", ",\"mysimbdp_records\":3}"))) {
      assertThatThrownBy(() -> ExportedRows.difference(new Rows(), file(bad), SHAPE))
          .as(bad)
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void decimalsAreComparedDigitByDigit() throws IOException {
    RowShape money = RowShape.of("m", 1, "at:LONG", "fare:DECIMAL", "mean:DOUBLE");
    String line = "{\"at\":1,\"fare\":99999999999999999.10,\"mean\":0.1}";
    Rows expected = Rows.of(Stream.of(money.row(1L, new BigDecimal("99999999999999999.10"), 0.1)));
    assertThat(ExportedRows.difference(expected, file(line), money)).isEmpty();
    for (String other : List.of("99999999999999999.1", "99999999999999999.11", "null")) {
      Path changed = file(line.replace("99999999999999999.10", other));
      assertThat(ExportedRows.difference(expected, changed, money)).contains("different: 1");
    }
    Path text = file(line.replace("99999999999999999.10", "\"99999999999999999.10\""));
    assertThatThrownBy(() -> ExportedRows.difference(expected, text, money))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("fare is no DECIMAL");
  }

  private Path file(String lines) throws IOException {
    return Files.writeString(folder.resolve("rows.ndjson"), lines + "\n");
  }

  private static Rows rows(Row... rows) {
    return Rows.of(Stream.of(rows));
  }

  private static Row row(String vm, double cpu) {
    return SHAPE.row(vm, 0L, cpu);
  }
}
