package io.mysimbdp.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
              new Column("is_anomaly", ColumnType.BOOLEAN, true)));

  @Test
  void isPlainJson() {
    Row row = new Row(5);
    row.setText(0, "a\"b");
    row.setLong(1, 1546300980000L);
    row.setLong(2, 3);
    row.setBoolean(4, true);
    assertThat(new String(new RowJson(SCHEMA).write(row), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"vm_id\":\"a\\\"b\",\"window_end\":\"2019-01-01T00:03:00Z\",\"readings\":3,"
                + "\"peak\":null,\"is_anomaly\":true}");
  }

  @Property
  void readsBackToTheLastBit(@ForAll String text, @ForAll long number, @ForAll double value)
      throws IOException {
    Assume.that(Double.isFinite(value) && StandardCharsets.UTF_8.newEncoder().canEncode(text));
    Row row = new Row(5);
    row.setText(0, text);
    row.setLong(1, Math.floorMod(number, 4_102_444_800_000L));
    row.setLong(2, number);
    row.setDouble(3, value);
    RowJson json = new RowJson(SCHEMA);
    Row read = new Row(5);
    json.read(json.write(row), read);
    for (int i = 0; i < SCHEMA.size(); i++) {
      ColumnType type = SCHEMA.column(i).type();
      assertThat(read.get(i, type)).isEqualTo(row.get(i, type));
    }
  }
}
