package io.mysimbdp.platform.definition;

import java.io.Serializable;

/**
 * Where the rows of a silver analytic stand in time.
 *
 * @param startColumn the column of the earliest time that a row tells of
 * @param column the TIMESTAMP column by which a row belongs to a day and to the interval of a batch
 *     run
 * @param instant whether that column is an instant, at which something happened ({@code from <=
 *     time < to}), and not the end of a stretch of time ({@code after < time <= upto})
 */
public record RowTime(String startColumn, String column, boolean instant) implements Serializable {
  private static final RowTime WINDOW = new RowTime(Rollup.WINDOW_START, Rollup.WINDOW_END, false);
  private static final RowTime EVENT = new RowTime(Rollup.EVENT_TIME, Rollup.EVENT_TIME, true);
  private static final RowTime STAY = new RowTime(Rollup.ARRIVED, Rollup.DEPARTED, false);

  /** How the rows of this silver analytic stand in time. */
  public static RowTime of(Rollup analytic) {
    Span span = analytic.span();
    if (span instanceof Span.Each) {
      return EVENT;
    }
    if (span instanceof Span.Presence presence) {
      return presence.show() == Span.Show.STAYS ? STAY : EVENT;
    }
    if (span instanceof Span.Windowed) {
      return WINDOW;
    }
    throw new IllegalArgumentException(analytic.name() + " is gold, not silver");
  }
}
