package io.mysimbdp.local.endtoend.taxi;

import java.time.LocalDate;
import java.util.Locale;

/** A day, month, quarter or year of Chicago's calendar. */
record Period(Span span, LocalDate first) {
  /** How long a period is. */
  enum Span {
    DAY(1, 0),
    MONTH(0, 1),
    QUARTER(0, 3),
    YEAR(0, 12);

    private final int days;
    private final int months;

    Span(int days, int months) {
      this.days = days;
      this.months = months;
    }
  }

  /** The period that holds a day. */
  static Period of(Span span, LocalDate day) {
    LocalDate first =
        switch (span) {
          case DAY -> day;
          case MONTH -> day.withDayOfMonth(1);
          case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
          case YEAR -> day.withDayOfYear(1);
        };
    return new Period(span, first);
  }

  Period before() {
    return new Period(span, first.minusDays(span.days).minusMonths(span.months));
  }

  String name() {
    return span.name().toLowerCase(Locale.ROOT);
  }

  /** Its first midnight, in milliseconds since the epoch. */
  long start() {
    return Chicago.midnight(first);
  }

  /** The midnight after it, in milliseconds since the epoch. */
  long end() {
    return Chicago.midnight(first.plusDays(span.days).plusMonths(span.months));
  }
}
