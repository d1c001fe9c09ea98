package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.rows.Rows;

/**
 * Gold in Kafka. A job that is restarted, or a run that is attempted again, behind the commit of
 * some rows writes them a second time: that is what is promised of them, and no more.
 */
final class GoldOnTopic {
  private GoldOnTopic() {}

  /** All rows are there and no other ones; how many are repeated is said. */
  static Comparison compare(String what, Rows expected, Rows found) {
    long repeated = Math.max(0, found.size() - expected.size());
    return Comparison.of(
        "%s (%d repeated)".formatted(what, repeated), distinct(expected), distinct(found));
  }

  private static Rows distinct(Rows rows) {
    return Rows.of(rows.stream().distinct());
  }
}
