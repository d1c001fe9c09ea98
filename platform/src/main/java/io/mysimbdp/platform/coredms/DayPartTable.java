package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.Column;
import java.io.Serializable;
import java.util.List;
import java.util.StringJoiner;

/**
 * The hidden table with the day parts of one calendar table: what was gathered for each group on
 * each local day, from which longer periods are formed without reading their silver again. Its
 * partition key is {@code (day, bucket)}; the part of a group is the bytes of its key and of its
 * accumulator, and {@code layout} says which definition can read them.
 */
public final class DayPartTable implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String keyspace;
  private final Rollup table;

  private DayPartTable(String keyspace, Rollup table) {
    this.keyspace = keyspace;
    this.table = table;
  }

  /** The day parts of a gold table that has calendar periods. */
  public static DayPartTable of(Tenant tenant, Rollup table) {
    if (!(table.span() instanceof Span.Calendar)) {
      throw new IllegalArgumentException(table.name() + " has no calendar periods");
    }
    return new DayPartTable(tenant.keyspace(), table);
  }

  /** The gold table whose days these are. */
  public Rollup table() {
    return table;
  }

  /**
   * Creates the table unless it is there. Parts outlive the rows made from them by two of the
   * longest periods, since as long as a row may be formed anew its days are needed, and those of
   * the period before.
   *
   * @param retentionDays after how many days a row expires; 0 for never
   */
  public String createCql(int retentionDays) {
    int longest =
        ((Span.Calendar) table.span())
            .kinds().stream().mapToInt(PeriodKind::mostDays).max().orElse(0);
    return TableCql.create(
        name(),
        List.of(
            new StoredColumn("day", "text"),
            new StoredColumn("bucket", "int"),
            new StoredColumn("group_key", "blob"),
            new StoredColumn("accumulator", "blob"),
            new StoredColumn("layout", "text")),
        List.of("day", "bucket"),
        List.of("group_key"),
        retentionDays == 0 ? 0 : retentionDays + 2 * longest);
  }

  /**
   * Upserts one part; takes day as ISO text, bucket, group key, accumulator, layout and the write
   * time in microseconds.
   */
  public String insertCql() {
    return "INSERT INTO %s (day, bucket, group_key, accumulator, layout) VALUES (?, ?, ?, ?, ?)"
            .formatted(name())
        + " USING TIMESTAMP ?";
  }

  /** The partitions that hold parts: (day, bucket). */
  public String partitionsCql() {
    return "SELECT DISTINCT day, bucket FROM " + name();
  }

  /** The group key, accumulator and layout of the parts of one partition; takes day and bucket. */
  public String selectCql() {
    return "SELECT group_key, accumulator, layout FROM %s WHERE day = ? AND bucket = ?"
        .formatted(name());
  }

  /**
   * Removes the parts of one partition that no statement has written since; takes the time in
   * microseconds up to which writes are stale, then day and bucket.
   */
  public String deleteStaleCql() {
    return "DELETE FROM %s USING TIMESTAMP ? WHERE day = ? AND bucket = ?".formatted(name());
  }

  /** The bucket of a group. */
  public int bucket(byte[] groupKey) {
    return Buckets.of(groupKey, table.buckets());
  }

  /** What the bytes of a part mean: the types of the group and how each aggregate accumulates. */
  public String layout() {
    StringJoiner layout = new StringJoiner(" ");
    for (int column : table.groupBy()) {
      Column group = table.input().column(column);
      layout.add(group.name() + ":" + group.type());
    }
    for (Aggregate aggregate : table.aggregates()) {
      String argument = aggregate.argument() == null ? "" : aggregate.argument().type().toString();
      layout.add(aggregate.name() + "=" + aggregate.function() + "(" + argument + ")");
    }
    return layout.toString();
  }

  private String name() {
    return Cql.table(keyspace, Names.dayPartsTable(table));
  }
}
