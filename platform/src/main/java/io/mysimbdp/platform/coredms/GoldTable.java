package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The table of one gold rollup: its layout and its statements. The partition key is {@code
 * (interval_start, interval_end, mysimbdp_bucket)} or {@code (period, period_start,
 * mysimbdp_bucket)}, so that an interval or period that is computed anew can be replaced partition
 * by partition; clustering: the group columns.
 */
public final class GoldTable implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String keyspace;
  private final Rollup rollup;
  private final RecordSchema schema;
  private final List<Integer> group;

  private GoldTable(String keyspace, Rollup rollup) {
    this.keyspace = keyspace;
    this.rollup = rollup;
    this.schema = rollup.output();
    this.group =
        IntStream.range(rollup.spanColumns(), rollup.spanColumns() + rollup.groupBy().size())
            .boxed()
            .toList();
  }

  /** The table of this rollup in the tenant's keyspace. */
  public static GoldTable of(Tenant tenant, Rollup rollup) {
    if (!(rollup.span() instanceof Span.Interval || rollup.span() instanceof Span.Calendar)) {
      throw new IllegalArgumentException(rollup.name() + " is silver, not gold");
    }
    return new GoldTable(tenant.keyspace(), rollup);
  }

  public Rollup rollup() {
    return rollup;
  }

  /** The table's name, without its keyspace. */
  public String name() {
    return Names.goldTable(rollup);
  }

  /** All columns in the order of {@link #insertCql} and {@link #values}. */
  public List<StoredColumn> columns() {
    List<StoredColumn> columns = new ArrayList<>();
    columns.add(new StoredColumn(SilverTable.BUCKET, "int"));
    for (Column column : schema.columns()) {
      columns.add(new StoredColumn(column.name(), Cql.type(column.type())));
    }
    return columns;
  }

  /**
   * Creates the table unless it is there.
   *
   * @param retentionDays after how many days a row expires; 0 for never
   */
  public String createCql(int retentionDays) {
    return TableCql.create(
        table(),
        columns(),
        List.of(schema.column(0).name(), schema.column(1).name(), SilverTable.BUCKET),
        group.stream().map(column -> schema.column(column).name()).toList(),
        retentionDays);
  }

  /** Upserts one row; takes {@link #values} and then the write time in microseconds. */
  public String insertCql() {
    List<String> names = columns().stream().map(StoredColumn::name).toList();
    return "INSERT INTO %s (%s) VALUES (%s) USING TIMESTAMP ?"
        .formatted(table(), Cql.names(names), Cql.placeholders(names.size()));
  }

  /** The values of {@link #insertCql} but the last; types as in {@link SilverTable#values}. */
  public Object[] values(Row row) {
    Object[] values = new Object[schema.size() + 1];
    values[0] = Buckets.of(row, schema, group, rollup.buckets());
    for (int i = 0; i < schema.size(); i++) {
      ColumnType type = schema.column(i).type();
      values[i + 1] =
          type == ColumnType.TIMESTAMP && !row.isNull(i)
              ? Instant.ofEpochMilli(row.getLong(i))
              : row.get(i, type);
    }
    return values;
  }

  /** The buckets that rows may lie in: of a table without groups, one. */
  public List<Integer> bucketsInUse() {
    return group.isEmpty()
        ? List.of(Buckets.of(new Row(schema.size()), schema, group, rollup.buckets()))
        : IntStream.range(0, rollup.buckets()).boxed().toList();
  }

  /**
   * How many rows one partition holds; takes interval start and end, or kind of period as text and
   * its start, and the bucket.
   */
  public String countCql() {
    return "SELECT count(*) FROM %s WHERE %s".formatted(table(), wherePartition());
  }

  /**
   * Removes the rows of one partition that no statement has written since; takes the time in
   * microseconds up to which writes are stale, then what {@link #countCql} takes.
   */
  public String deleteStaleCql() {
    return "DELETE FROM %s USING TIMESTAMP ? WHERE %s".formatted(table(), wherePartition());
  }

  /** All rows, read by {@link StoredRows}; in no order. */
  public String scanCql() {
    return "SELECT %s FROM %s"
        .formatted(Cql.names(schema.columns().stream().map(Column::name).toList()), table());
  }

  private String wherePartition() {
    return "%s = ? AND %s = ? AND %s = ?"
        .formatted(schema.column(0).name(), schema.column(1).name(), SilverTable.BUCKET);
  }

  private String table() {
    return Cql.table(keyspace, name());
  }
}
