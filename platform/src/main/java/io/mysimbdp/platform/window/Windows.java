package io.mysimbdp.platform.window;

import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Event-time windows {@code [start, end)}, and the slices that they share (panes; Li et al., "No
 * Pane, No Gain", SIGMOD Record 2005): a slice is a stretch that no window start or end cuts, so
 * that each record is aggregated once and a window merges slices.
 *
 * <p>All times are milliseconds since the epoch. A window fires when the watermark reaches {@code
 * end - 1}. Windows lie without gaps: at every time there is one, and one that ends later.
 */
public sealed interface Windows extends Serializable
    permits FixedWindows, ZonedWindows, CumulativeWindows {

  /** What {@link #firstJoin} returns when a record joins no window any more. */
  long NONE = Long.MAX_VALUE;

  /** Windows that follow each other without overlap. */
  static Windows tumbling(Duration length, ZoneId zone) {
    return sliding(length, length, zone);
  }

  /**
   * Windows that overlap.
   *
   * @param every distance between their starts; outside UTC it divides the length and 24 hours
   */
  static Windows sliding(Duration length, Duration every, ZoneId zone) {
    if (Grid.isUtc(zone)) {
      return new FixedWindows(length.toMillis(), every.toMillis());
    }
    if (length.toMillis() % every.toMillis() != 0) {
      throw new IllegalArgumentException(every + " does not divide " + length);
    }
    return new ZonedWindows(
        new Grid(every, zone), Math.toIntExact(length.toMillis() / every.toMillis()));
  }

  /**
   * Windows that begin together, at the start of a period, and end one step after the other until
   * the period does.
   *
   * @param period divides 24 hours
   * @param every the step; divides the period
   */
  static Windows cumulative(Duration period, Duration every, ZoneId zone) {
    return new CumulativeWindows(new Grid(period, zone), new Grid(every, zone));
  }

  /** Start of the slice that contains this time; all times of a slice have the same windows. */
  long sliceStart(long time);

  /** End of the slice that contains this time, exclusive. */
  long sliceEnd(long time);

  /**
   * Under which time partial results of this time are gathered: the start of its slice, or, of
   * cumulative windows, the start of its period, as there the first end alone tells parts apart.
   */
  default long partStart(long time) {
    return sliceStart(time);
  }

  /** End of the earliest window that contains this time: the first window end after it. */
  long firstEnd(long time);

  /** End of the latest window that contains this time. */
  long lastEnd(long time);

  /** The end of the window after the one that ends here. */
  default long nextEnd(long end) {
    return firstEnd(end);
  }

  /** The end of the window before the one that ends here. */
  long previousEnd(long end);

  /** Start of the window that ends here. */
  long start(long end);

  /** How many windows end between two window ends, both included. */
  long count(long from, long to);

  /**
   * End of the earliest window that contains this time and is still open, given that every window
   * with {@code end <= closed} is not; {@link #NONE} if there is none.
   */
  default long firstJoin(long time, long closed) {
    return closed >= lastEnd(time) ? NONE : firstEnd(Math.max(time, closed));
  }

  /**
   * As how many (record, window) pairs a record counts that joins from {@code firstJoin} on: the
   * windows that contain it and end there or later; in cumulative windows one, since only the first
   * row that it changes names it.
   */
  default long joined(long time, long firstJoin) {
    return firstJoin == NONE ? 0 : count(firstJoin, lastEnd(time));
  }

  /** Whether no two windows overlap, so that each slice belongs to one. */
  boolean isTumbling();

  /** Whether the windows of a period begin together, so that each row is a running total. */
  default boolean isCumulative() {
    return false;
  }

  /**
   * Length of the stretch that repeats itself, where the clocks do not change: from one window's
   * start to the next that differs. It divides 24 hours. Milliseconds.
   */
  long stride();
}
