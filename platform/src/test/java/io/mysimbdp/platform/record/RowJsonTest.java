package io.mysimbdp.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Rows as they stand on silver and gold topics. */
class RowJsonTest {
  private static final RecordSchema SCHEMA =
      new RecordSchema(
          List.of(
              new Column("vm_id", ColumnType.TEXT, false),
              new Column("window_end", ColumnType.TIMESTAMP, false),
              new Column("readings", ColumnType.LONG, false),
              new Column("peak", ColumnType.DOUBLE, true),
              new Column("is_anomaly", ColumnType.BOOLEAN, true),
              new Column("fare", ColumnType.DECIMAL, true, 12, 2),
              new Column("tiny", ColumnType.DECIMAL, true, 0, 9),
              new Column("fares", ColumnType.SKETCH, true)));

  @Test
  void isPlainJson() {
    Row row = new Row(SCHEMA.size());
    row.setText(0, "a\"b");
    row.setLong(1, 1546300980000L);
    row.setLong(2, 3);
    row.setBoolean(4, true);
    row.setDecimal(5, new BigDecimal("8.00"));
    row.setDecimal(6, new BigDecimal("0.000000000"));
    assertThat(new String(new RowJson(SCHEMA).write(row), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"vm_id\":\"a\\\"b\",\"window_end\":\"2019-01-01T00:03:00Z\",\"readings\":3,"
                + "\"peak\":null,\"is_anomaly\":true,\"fare\":8.00,\"tiny\":0.000000000,\"fares\":null}");
  }

  @Test
  void aDecimalIsReadFromANumberOrATextButNeverRounded() throws IOException {
    RowJson json = new RowJson(SCHEMA);
    Row row = new Row(SCHEMA.size());
    json.read("{\"fare\":8.5,\"tiny\":\"-1e-9\"}".getBytes(StandardCharsets.UTF_8), row);
    assertThat(row.getDecimal(5)).isEqualTo(new BigDecimal("8.50"));
    assertThat(row.getDecimal(6)).isEqualTo(new BigDecimal("-0.000000001"));
    assertThatThrownBy(() -> json.read("{\"fare\":8.755}".getBytes(StandardCharsets.UTF_8), row))
        .isInstanceOf(IOException.class)
        .hasMessage("column fare has more than 2 digits behind the point: 8.755");
  }

  @Property
  void readsBackToTheLastBit(@ForAll String text, @ForAll long number, @ForAll double value)
      throws IOException {
    Assume.that(Double.isFinite(value) && StandardCharsets.UTF_8.newEncoder().canEncode(text));
    Row row = new Row(SCHEMA.size());
    row.setText(0, text);
    row.setLong(1, Math.floorMod(number, 4_102_444_800_000L));
    row.setLong(2, number);
    row.setDouble(3, value);
    row.setDecimal(5, BigDecimal.valueOf(number % 1_000_000_000_000L, 2));
    row.setDecimal(6, BigDecimal.valueOf(number, 9));
    row.setText(7, "AQ==");
    RowJson json = new RowJson(SCHEMA);
    Row read = new Row(SCHEMA.size());
    json.read(json.write(row), read);
    for (int i = 0; i < SCHEMA.size(); i++) {
      ColumnType type = SCHEMA.column(i).type();
      assertThat(read.get(i, type)).isEqualTo(row.get(i, type));
    }
  }
}
