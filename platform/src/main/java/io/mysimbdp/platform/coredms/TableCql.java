package io.mysimbdp.platform.coredms;

import java.util.List;
import java.util.stream.Collectors;

/** The statement that creates a table. */
final class TableCql {
  private static final int SECONDS_PER_DAY = 86_400;

  private TableCql() {}

  static String create(
      String table,
      List<StoredColumn> columns,
      List<String> partitionKey,
      List<String> clustering,
      int retentionDays) {
    String key =
        "("
            + Cql.names(partitionKey)
            + ")"
            + (clustering.isEmpty() ? "" : ", " + Cql.names(clustering));
    return "CREATE TABLE IF NOT EXISTS %s (%s, PRIMARY KEY (%s)) WITH default_time_to_live = %d"
        .formatted(
            table,
            columns.stream().map(StoredColumn::definition).collect(Collectors.joining(", ")),
            key,
            Math.multiplyExact(retentionDays, SECONDS_PER_DAY));
  }
}
