package io.mysimbdp.platform.gold;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A small tenant whose gold has all that gold can have. */
final class GoldTenant {
  static final Tenant TENANT = Definitions.read(Path.of("src", "test", "resources", "visits"));

  private GoldTenant() {}

  /** A row of these values; texts of instants become timestamps. */
  static Row row(RecordSchema schema, Object... values) {
    Row row = new Row(schema.size());
    for (int i = 0; i < values.length; i++) {
      Column column = schema.column(i);
      boolean time = column.type() == ColumnType.TIMESTAMP;
      Object value = time && values[i] instanceof String text ? (Long) millis(text) : values[i];
      row.set(i, column.type(), value);
    }
    return row;
  }

  static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  /** The values of columns by name. */
  static List<Object> values(RecordSchema schema, Row row, String... columns) {
    List<Object> values = new ArrayList<>();
    for (String name : columns) {
      int column = schema.indexOf(name);
      values.add(row.get(column, schema.column(column).type()));
    }
    return values;
  }
}
