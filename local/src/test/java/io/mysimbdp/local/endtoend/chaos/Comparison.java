package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.rows.Rows;

/**
 * One thing that the platform made, held against the independent computation.
 *
 * @param rows how many there should be
 * @param text the first differences; empty if there are none
 */
record Comparison(String what, long rows, long lost, long doubled, long wrong, String text) {
  static Comparison of(String what, Rows expected, Rows found) {
    Rows.Difference difference = expected.compareTo(found.stream());
    return new Comparison(
        what,
        expected.size(),
        difference.lost(),
        difference.doubled(),
        difference.wrong(),
        difference.text());
  }

  boolean holds() {
    return lost == 0 && doubled == 0 && wrong == 0 && text.isEmpty();
  }
}
