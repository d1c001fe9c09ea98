package io.mysimbdp.platform.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * One calendar period, such as March 2024. Its instants depend on the zone: where clocks are
 * changed, a day may have 23 or 25 hours.
 *
 * @param first its first day
 */
public record Period(PeriodKind kind, LocalDate first) implements Comparable<Period>, Serializable {
  private static final Comparator<Period> ORDER =
      Comparator.comparing(Period::kind).thenComparing(Period::first);

  /** The period of a kind that contains a date. */
  public static Period of(PeriodKind kind, LocalDate date) {
    return new Period(kind, kind.first(date));
  }

  /** The period of the same kind right after this one. */
  public Period next() {
    return new Period(kind, kind.plus(first, 1));
  }

  /** The period of the same kind right before this one. */
  public Period previous() {
    return new Period(kind, kind.plus(first, -1));
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(first) && date.isBefore(next().first());
  }

  /** Local midnight of its first day, milliseconds since the epoch. */
  public long start(ZoneId zone) {
    return LocalDays.start(first, zone);
  }

  /** Local midnight of the day after its last, milliseconds since the epoch. */
  public long end(ZoneId zone) {
    return LocalDays.start(next().first(), zone);
  }

  /** By kind, then by time. */
  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }
}
