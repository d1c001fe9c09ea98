package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.time.Instant;

/** Reads what the driver returns for a select of {@link SilverTable} or {@link GoldTable}. */
public final class StoredRows {
  private final RecordSchema schema;

  /**
   * @param schema the output schema of the rollup
   */
  public StoredRows(RecordSchema schema) {
    this.schema = schema;
  }

  /** Copies a stored row into a row of the schema. */
  public void read(com.datastax.oss.driver.api.core.cql.Row stored, Row row) {
    row.clear();
    for (int i = 0; i < schema.size(); i++) {
      if (stored.isNull(i)) {
        continue;
      }
      switch (schema.column(i).type()) {
        case TEXT, SKETCH -> row.setText(i, stored.getString(i));
        case LONG -> row.setLong(i, stored.getLong(i));
        case DOUBLE -> row.setDouble(i, stored.getDouble(i));
        case BOOLEAN -> row.setBoolean(i, stored.getBoolean(i));
        case TIMESTAMP -> {
          Instant instant = stored.getInstant(i);
          row.setLong(i, instant == null ? 0 : instant.toEpochMilli());
        }
        case DECIMAL -> row.setDecimal(i, stored.getBigDecimal(i));
      }
    }
  }

  /** How many (record, window) pairs a stored silver row stands for. */
  public long records(com.datastax.oss.driver.api.core.cql.Row stored) {
    return stored.getLong(schema.size());
  }
}
