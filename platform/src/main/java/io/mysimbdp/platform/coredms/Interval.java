package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.definition.RowTime;
import java.io.Serializable;

/**
 * Which silver a batch run reads. A row that tells of a stretch of time, such as a window, belongs
 * to it if {@code after < end <= upto}; a row that tells of an instant if {@code instantsFrom <=
 * event_time < instantsTo}, since a record at the very instant of a window's end lies behind that
 * window. All times are milliseconds since the epoch, UTC.
 *
 * <p>Intervals that follow each other take each row once. After a dataset the windows reach up to
 * its final, the latest end of any window, while instants reach up to its close only.
 */
public record Interval(long after, long upto, long instantsFrom, long instantsTo)
    implements Serializable {

  /** The same bounds for stretches and instants. */
  public static Interval of(long after, long upto) {
    return new Interval(after, upto, after, upto);
  }

  /** The lower bound for this table's statements. */
  public long lower(SilverTable table) {
    return table.time().instant() ? instantsFrom : after;
  }

  /** The upper bound for this table's statements. */
  public long upper(SilverTable table) {
    return table.time().instant() ? instantsTo : upto;
  }

  /** Whether a row with this time lies behind it, in what a later interval takes. */
  public boolean isBefore(RowTime rows, long time) {
    return rows.instant() ? time >= instantsTo : time > upto;
  }

  /** Whether a row with this time belongs to it. */
  public boolean contains(RowTime rows, long time) {
    return rows.instant()
        ? instantsFrom <= time && time < instantsTo
        : after < time && time <= upto;
  }
}
