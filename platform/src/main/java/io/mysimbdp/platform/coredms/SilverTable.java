package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.RowTime;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of one silver analytic: its layout and its statements, as text, so that any driver can
 * run them.
 *
 * <p>The partition key is {@code (mysimbdp_day, mysimbdp_bucket)}: the UTC day of {@code
 * window_end} (of a stay, {@code departed}; of presence at an instant, {@code event_time}) as ISO
 * text ({@code 2019-01-01}) and a {@linkplain Buckets bucket} of the group values. One key's day is
 * one partition, and one day of one analytic can be read in parallel. Clustering: the group
 * columns, then that time. A row that stands for a single record goes by its {@code event_time},
 * then the partition and offset of its raw record, which also give its bucket.
 *
 * <p>Not thread-safe.
 */
public final class SilverTable implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final String DAY = "mysimbdp_day";
  public static final String BUCKET = "mysimbdp_bucket";
  public static final String RECORDS = "mysimbdp_records";
  public static final String PARTITION = "mysimbdp_partition";
  public static final String OFFSET = "mysimbdp_offset";

  private static final long MILLIS_PER_DAY = 86_400_000L;

  private final String keyspace;
  private final Rollup analytic;
  private final RecordSchema schema;
  private final RowTime time;
  private final boolean positioned;
  private final int timeColumn;
  private final List<Integer> group;
  private long lastDay = Long.MIN_VALUE;
  private String lastDayText = "";

  private SilverTable(String keyspace, Rollup analytic) {
    this.keyspace = keyspace;
    this.analytic = analytic;
    this.schema = analytic.output();
    this.time = RowTime.of(analytic);
    this.positioned = analytic.span() instanceof Span.Each;
    this.timeColumn = schema.indexOf(time.column());
    this.group =
        positioned
            ? List.of()
            : java.util.stream.IntStream.range(0, analytic.groupBy().size()).boxed().toList();
  }

  /** The table of this analytic in the tenant's keyspace. */
  public static SilverTable of(Tenant tenant, Rollup analytic) {
    return new SilverTable(tenant.keyspace(), analytic);
  }

  public Rollup analytic() {
    return analytic;
  }

  /** The table's name, without its keyspace. */
  public String name() {
    return Names.silverTable(analytic);
  }

  /** How its rows stand in time. */
  public RowTime time() {
    return time;
  }

  /** The position in the analytic's output of the column that {@link #time} goes by. */
  public int timeColumn() {
    return timeColumn;
  }

  /** Whether each row stands for one record and is known by that record's position. */
  public boolean positioned() {
    return positioned;
  }

  /** All columns in the order of {@link #insertCql} and {@link #values}. */
  public List<StoredColumn> columns() {
    List<StoredColumn> columns = new ArrayList<>();
    columns.add(new StoredColumn(DAY, "text"));
    columns.add(new StoredColumn(BUCKET, "int"));
    for (Column column : schema.columns()) {
      columns.add(new StoredColumn(column.name(), Cql.type(column.type())));
    }
    columns.add(new StoredColumn(RECORDS, "bigint"));
    if (positioned) {
      columns.add(new StoredColumn(PARTITION, "int"));
      columns.add(new StoredColumn(OFFSET, "bigint"));
    }
    return columns;
  }

  private List<String> clustering() {
    if (positioned) {
      return List.of(Rollup.EVENT_TIME, PARTITION, OFFSET);
    }
    List<String> columns = new ArrayList<>();
    group.forEach(column -> columns.add(schema.column(column).name()));
    columns.add(time.column());
    return columns;
  }

  /**
   * Creates the table unless it is there.
   *
   * @param retentionDays after how many days a row expires; 0 for never
   */
  public String createCql(int retentionDays) {
    return TableCql.create(table(), columns(), List.of(DAY, BUCKET), clustering(), retentionDays);
  }

  /** Upserts one row; takes {@link #values}. */
  public String insertCql() {
    List<String> names = columns().stream().map(StoredColumn::name).toList();
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(table(), Cql.names(names), Cql.placeholders(names.size()));
  }

  /**
   * The values of {@link #insertCql}: {@link String}, {@link Long}, {@link Double}, {@link
   * Boolean}, {@link Integer}, {@link java.math.BigDecimal}, {@link Instant}, or null.
   *
   * @param records how many (record, window) pairs the row stands for
   * @param partition of the raw record; ignored unless {@link #positioned}
   * @param offset of the raw record; ignored unless {@link #positioned}
   */
  public Object[] values(Row row, long records, int partition, long offset) {
    int size = schema.size();
    Object[] values = new Object[size + (positioned ? 5 : 3)];
    values[0] = day(row);
    values[1] = bucket(row, partition, offset);
    for (int i = 0; i < size; i++) {
      ColumnType type = schema.column(i).type();
      values[i + 2] =
          type == ColumnType.TIMESTAMP && !row.isNull(i)
              ? Instant.ofEpochMilli(row.getLong(i))
              : row.get(i, type);
    }
    values[size + 2] = records;
    if (positioned) {
      values[size + 3] = partition;
      values[size + 4] = offset;
    }
    return values;
  }

  /** The day that a row lies in, as ISO text. */
  String day(Row row) {
    if (row.isNull(timeColumn)) {
      throw new IllegalArgumentException(
          "a row of %s has no %s".formatted(name(), schema.column(timeColumn).name()));
    }
    long day = Math.floorDiv(row.getLong(timeColumn), MILLIS_PER_DAY);
    if (day != lastDay) {
      lastDay = day;
      lastDayText = LocalDate.ofEpochDay(day).toString();
    }
    return lastDayText;
  }

  /** The bucket that a row lies in. */
  int bucket(Row row, int partition, long offset) {
    return positioned
        ? Buckets.of(partition, offset, analytic.buckets())
        : Buckets.of(row, schema, group, analytic.buckets());
  }

  /** The partitions that hold rows: (day, bucket). */
  public String partitionsCql() {
    return "SELECT DISTINCT %s, %s FROM %s".formatted(DAY, BUCKET, table());
  }

  /** How many rows of an interval a partition holds and the sum of their records. */
  public String countCql() {
    return "SELECT count(*), sum(%s) FROM %s%s".formatted(RECORDS, table(), whereInterval());
  }

  /**
   * The rows of an interval in one partition, read by {@link StoredRows}: takes day, bucket and the
   * two bounds of {@link Interval}.
   */
  public String selectCql() {
    return "SELECT %s FROM %s%s".formatted(selected(), table(), whereInterval());
  }

  /** All rows of one partition, read by {@link StoredRows}: takes day and bucket. */
  public String partitionCql() {
    return "SELECT %s FROM %s WHERE %s = ? AND %s = ?".formatted(selected(), table(), DAY, BUCKET);
  }

  /**
   * From the smallest start to the largest start and end of the stretches that two columns give,
   * among the rows of an interval in one partition; takes what {@link #selectCql} takes.
   */
  public String extentCql(String start, String end) {
    return "SELECT min(%1$s), max(%1$s), max(%2$s) FROM %3$s%4$s"
        .formatted(Cql.name(start), Cql.name(end), table(), whereInterval());
  }

  /** All rows, read by {@link StoredRows}; in no order. */
  public String scanCql() {
    return "SELECT %s FROM %s".formatted(selected(), table());
  }

  /** Smallest start and largest end of the times in one partition; takes day and bucket. */
  public String extentCql() {
    return "SELECT min(%s), max(%s) FROM %s WHERE %s = ? AND %s = ?"
        .formatted(time.startColumn(), time.column(), table(), DAY, BUCKET);
  }

  private String whereInterval() {
    String within = time.instant() ? "%1$s >= ? AND %1$s < ?" : "%1$s > ? AND %1$s <= ?";
    return " WHERE %s = ? AND %s = ? AND %s ALLOW FILTERING"
        .formatted(DAY, BUCKET, within.formatted(time.column()));
  }

  private String selected() {
    return schema.columns().stream()
        .map(column -> Cql.name(column.name()))
        .collect(Collectors.joining(", ", "", ", " + RECORDS));
  }

  private String table() {
    return Cql.table(keyspace, name());
  }
}
