package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;

/** How an {@link Interval} stands in the platform's tables. */
final class IntervalColumns {
  static final String NAMES = "after, upto, instants_from, instants_to";
  static final String DEFINITIONS =
      "after timestamp, upto timestamp, instants_from timestamp, instants_to timestamp";

  private IntervalColumns() {}

  static Interval read(Row row) {
    return new Interval(
        millis(row, "after"),
        millis(row, "upto"),
        millis(row, "instants_from"),
        millis(row, "instants_to"));
  }

  private static long millis(Row row, String column) {
    Instant instant = row.getInstant(column);
    if (instant == null) {
      throw new IllegalStateException("column " + column + " of a platform table is null");
    }
    return instant.toEpochMilli();
  }
}
