package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.rows.Rows;

/**
 * Gold in Kafka. A job that is restarted, or a run that is attempted again, behind the commit of
 * some rows writes them a second time: that is what is promised of them, and no more.
 */
final class GoldOnTopic {
  private GoldOnTopic() {}

  /**
   * All rows are there and no other ones; how many are repeated is said.
   *
   * @param expected by a computation, or written while nothing was disturbed: without repeats
   */
  static Comparison compare(String what, Rows expected, Rows found) {
    Rows rows = distinct(expected);
    Rows distinct = distinct(found);
    Comparison comparison =
        Comparison.of(
            "%s (%d repeated)".formatted(what, found.size() - distinct.size()), rows, distinct);
    long undisturbed = expected.size() - rows.size();
    return undisturbed == 0
        ? comparison
        : new Comparison(
            comparison.what(),
            comparison.rows(),
            comparison.lost(),
            comparison.doubled() + undisturbed,
            comparison.wrong(),
            "%d rows are repeated where nothing was disturbed\n%s"
                .formatted(undisturbed, comparison.text()));
  }

  private static Rows distinct(Rows rows) {
    return Rows.of(rows.stream().distinct());
  }
}
