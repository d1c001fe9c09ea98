package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Map;

/** Columns of type {@code map<text, bigint>}. */
final class Counts {
  private Counts() {}

  /** The map; empty if the column is null, as Cassandra keeps empty maps. */
  static Map<String, Long> of(Row row, String column) {
    Map<String, Long> map = row.getMap(column, String.class, Long.class);
    return map == null ? Map.of() : map;
  }
}
