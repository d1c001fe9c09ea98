package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.calendar.LocalDays;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Refinement.Spread;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.RowTime;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.window.Windows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * On which local days the rows of a calendar table can lie that come from one UTC day of silver. A
 * window reaches no further than its length; a stay, and what is spread, may have begun long before
 * the day that keeps it.
 */
final class SilverReach {
  private static final long DAY = 86_400_000L;

  private final RowTime time;
  private final ZoneId zone;
  private final Windows windows;
  private final Spread spread;
  private final int timeColumn;

  /** The reach of a table that has calendar periods and reads this silver. */
  SilverReach(Rollup table, SilverTable silver) {
    this.time = silver.time();
    this.zone = ((Span.Calendar) table.span()).zone();
    this.windows =
        silver.analytic().span() instanceof Span.Windowed windowed ? windowed.windows() : null;
    this.spread = table.refinement().spread();
    this.timeColumn = silver.timeColumn();
  }

  /** Local days that follow each other, both included. */
  record Days(LocalDate first, LocalDate last) {}

  /** Whether the UTC day alone says on which local days its rows lie. */
  boolean bounded() {
    return spread == null && (windows != null || time.instant());
  }

  /** The column from which an unbounded row reaches. */
  String startColumn(Rollup table) {
    return spread == null ? time.startColumn() : table.input().column(spread.start()).name();
  }

  /** The column to which an unbounded row reaches. */
  String endColumn(Rollup table) {
    return spread == null ? time.column() : table.input().column(spread.end()).name();
  }

  Days days(long first, long last) {
    return new Days(LocalDays.of(first, zone), LocalDays.of(last, zone));
  }

  /** The local days of the rows of an interval that one UTC day keeps; none if there are none. */
  Optional<Days> days(String utcDay, Interval interval) {
    long start = start(utcDay);
    if (time.instant()) {
      long from = Math.max(start, interval.instantsFrom());
      long to = Math.min(start + DAY, interval.instantsTo());
      return from < to ? Optional.of(days(from, to - 1)) : Optional.empty();
    }
    long after = Math.max(start - 1, interval.after());
    long upto = Math.min(start + DAY - 1, interval.upto());
    return after < upto
        ? Optional.of(days(windows.start(windows.firstEnd(after)), upto - 1))
        : Optional.empty();
  }

  /** Whether one UTC day can keep rows of some of these local days. */
  boolean touches(String utcDay, DaySet local) {
    if (local.isEmpty()) {
      return false;
    }
    long start = start(utcDay);
    if (bounded()) {
      Days days = days(utcDay, Interval.of(start - 1, start + DAY)).orElseThrow();
      return local.anyBetween(days.first(), days.last());
    }
    return !endsInTime() || !LocalDays.of(start + DAY - 1, zone).isBefore(local.first());
  }

  /** Whether rows end at the time by which they are kept, hence reach no later day. */
  private boolean endsInTime() {
    return spread == null || spread.end() == timeColumn;
  }

  private static long start(String utcDay) {
    return LocalDays.start(LocalDate.parse(utcDay), ZoneOffset.UTC);
  }
}
