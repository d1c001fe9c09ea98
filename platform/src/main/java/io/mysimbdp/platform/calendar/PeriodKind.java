package io.mysimbdp.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A kind of calendar period. Each kind divides the calendar without gaps. */
public enum PeriodKind {
  DAY,
  /** From Monday to Sunday (ISO 8601). */
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  /** How definitions and rows write it, such as {@code day}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that is written like this. */
  public static PeriodKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The first day of the period that contains a date. */
  public LocalDate first(LocalDate date) {
    return switch (this) {
      case DAY -> date;
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
      case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> date.withDayOfYear(1);
    };
  }

  /**
   * The first day of a period that many periods later.
   *
   * @param first of a period of this kind
   * @param periods negative for earlier ones
   */
  LocalDate plus(LocalDate first, int periods) {
    return switch (this) {
      case DAY -> first.plusDays(periods);
      case WEEK -> first.plusWeeks(periods);
      case MONTH -> first.plusMonths(periods);
      case QUARTER -> first.plusMonths(3L * periods);
      case YEAR -> first.plusYears(periods);
    };
  }

  /** How many days the longest period of this kind has. */
  public int mostDays() {
    return switch (this) {
      case DAY -> 1;
      case WEEK -> 7;
      case MONTH -> 31;
      case QUARTER -> 92;
      case YEAR -> 366;
    };
  }

  /** Whether each period of this kind lies within one of another kind. */
  public boolean nestsIn(PeriodKind other) {
    return this == DAY
        || this == other
        || (this != WEEK && other != WEEK && this.compareTo(other) < 0);
  }
}
