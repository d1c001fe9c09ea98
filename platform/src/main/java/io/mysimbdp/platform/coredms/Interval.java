package io.mysimbdp.platform.coredms;

import java.io.Serializable;

/**
 * Which silver a batch run reads. A windowed row belongs to it if {@code after < window_end <=
 * upto}; a row without a window if {@code instantsFrom <= event_time < instantsTo}, since a record
 * at the very instant of a window's end lies behind that window. All times are milliseconds since
 * the epoch, UTC.
 *
 * <p>Intervals that follow each other take each row once. After a dataset the windows reach up to
 * its final, the latest end of any window, while rows without a window reach up to its close only.
 */
public record Interval(long after, long upto, long instantsFrom, long instantsTo)
    implements Serializable {

  /** The same bounds for rows with and without a window. */
  public static Interval of(long after, long upto) {
    return new Interval(after, upto, after, upto);
  }

  /** The lower bound for this table's statements. */
  public long lower(SilverTable table) {
    return table.windowed() ? after : instantsFrom;
  }

  /** The upper bound for this table's statements. */
  public long upper(SilverTable table) {
    return table.windowed() ? upto : instantsTo;
  }

  /** Whether a row with this time lies behind it, in what a later interval takes. */
  public boolean isBefore(boolean windowed, long time) {
    return windowed ? time > upto : time >= instantsTo;
  }

  /** Whether a row with this time (end of its window, or event time) belongs to it. */
  public boolean contains(boolean windowed, long time) {
    return windowed ? after < time && time <= upto : instantsFrom <= time && time < instantsTo;
  }
}
