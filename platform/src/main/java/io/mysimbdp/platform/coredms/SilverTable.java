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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * The table of one silver analytic: its layout and its statements, as text, so that any driver can
 * run them.
 *
 * <p>The partition key is {@code (mysimbdp_day, mysimbdp_bucket)}: the UTC day of {@code
 * window_end} as ISO text ({@code 2019-01-01}) and a {@linkplain Buckets bucket} of the group
 * values. One key's day is one partition, and one day of one analytic can be read in parallel.
 * Clustering: the group columns, then {@code window_end}. A row without a window goes by its {@code
 * event_time}, then the partition and offset of its raw record, which also give its bucket.
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
  private final boolean windowed;
  private final int timeColumn;
  private final List<Integer> group;
  private long lastDay = Long.MIN_VALUE;
  private String lastDayText = "";

  private SilverTable(String keyspace, Rollup analytic) {
    this.keyspace = keyspace;
    this.analytic = analytic;
    this.schema = analytic.output();
    this.windowed = analytic.span() instanceof Span.Windowed;
    this.timeColumn = schema.indexOf(windowed ? Rollup.WINDOW_END : Rollup.EVENT_TIME);
    this.group =
        windowed
            ? java.util.stream.IntStream.range(0, analytic.groupBy().size()).boxed().toList()
            : List.of();
  }

  /** The table of this analytic in the tenant's keyspace. */
  public static SilverTable of(Tenant tenant, Rollup analytic) {
    if (analytic.span() instanceof Span.Interval) {
      throw new IllegalArgumentException(analytic.name() + " is gold, not silver");
    }
    return new SilverTable(tenant.keyspace(), analytic);
  }

  public Rollup analytic() {
    return analytic;
  }

  /** The table's name, without its keyspace. */
  public String name() {
    return Names.silverTable(analytic);
  }

  /** Whether its rows stand for windows; otherwise each stands for one record. */
  public boolean windowed() {
    return windowed;
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
    if (!windowed) {
      columns.add(new StoredColumn(PARTITION, "int"));
      columns.add(new StoredColumn(OFFSET, "bigint"));
    }
    return columns;
  }

  private List<String> clustering() {
    if (!windowed) {
      return List.of(Rollup.EVENT_TIME, PARTITION, OFFSET);
    }
    List<String> columns = new ArrayList<>();
    group.forEach(column -> columns.add(schema.column(column).name()));
    columns.add(Rollup.WINDOW_END);
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
   * Boolean}, {@link Integer}, {@link java.math.BigDecimal}, what {@code time} makes of
   * milliseconds since the epoch, or null.
   *
   * @param records how many (record, window) pairs the row stands for
   * @param partition of the raw record; ignored for a windowed row
   * @param offset of the raw record; ignored for a windowed row
   * @param time makes what the driver wants for a {@code timestamp}: {@code java.util.Date::new}
   *     for driver 3, {@code Instant::ofEpochMilli} for driver 4
   */
  public Object[] values(Row row, long records, int partition, long offset, LongFunction<?> time) {
    int size = schema.size();
    Object[] values = new Object[size + (windowed ? 3 : 5)];
    values[0] = day(row);
    values[1] = bucket(row, partition, offset);
    for (int i = 0; i < size; i++) {
      ColumnType type = schema.column(i).type();
      values[i + 2] =
          type == ColumnType.TIMESTAMP && !row.isNull(i)
              ? time.apply(row.getLong(i))
              : row.get(i, type);
    }
    values[size + 2] = records;
    if (!windowed) {
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
    return windowed
        ? Buckets.of(row, schema, group, analytic.buckets())
        : Buckets.of(partition, offset, analytic.buckets());
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

  /** All rows, read by {@link StoredRows}; in no order. */
  public String scanCql() {
    return "SELECT %s FROM %s".formatted(selected(), table());
  }

  /** Smallest start and largest end of the times in one partition; takes day and bucket. */
  public String extentCql() {
    String start = windowed ? Rollup.WINDOW_START : Rollup.EVENT_TIME;
    String end = windowed ? Rollup.WINDOW_END : Rollup.EVENT_TIME;
    return "SELECT min(%s), max(%s) FROM %s WHERE %s = ? AND %s = ?"
        .formatted(start, end, table(), DAY, BUCKET);
  }

  private String whereInterval() {
    String time =
        windowed ? "window_end > ? AND window_end <= ?" : "event_time >= ? AND event_time < ?";
    return " WHERE %s = ? AND %s = ? AND %s ALLOW FILTERING".formatted(DAY, BUCKET, time);
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
