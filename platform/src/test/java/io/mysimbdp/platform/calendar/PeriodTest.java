package io.mysimbdp.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Test
  void daysAreAsLongAsTheClocksSay() {
    assertThat(hours(day("2024-03-10"))).isEqualTo(23);
    assertThat(hours(day("2024-03-11"))).isEqualTo(24);
    assertThat(hours(day("2024-11-03"))).isEqualTo(25);
  }

  @Test
  void aPeriodContainsItsBorders() {
    LocalDate leap = LocalDate.of(2024, 2, 29);
    assertThat(Stream.of(PeriodKind.values()).map(kind -> Period.of(kind, leap).first().toString()))
        .containsExactly("2024-02-29", "2024-02-26", "2024-02-01", "2024-01-01", "2024-01-01");
    assertThat(
            Stream.of(PeriodKind.values()).map(kind -> Period.of(kind, leap).next().first() + ""))
        .containsExactly("2024-03-01", "2024-03-04", "2024-03-01", "2024-04-01", "2025-01-01");
    Period lastQuarter = Period.of(PeriodKind.QUARTER, LocalDate.of(2023, 12, 31));
    assertThat(lastQuarter.next().first()).isEqualTo("2024-01-01");
    assertThat(lastQuarter.next().previous()).isEqualTo(lastQuarter);
    assertThat(lastQuarter.contains(LocalDate.of(2024, 1, 1))).isFalse();
    assertThat(Period.of(PeriodKind.WEEK, LocalDate.of(2024, 1, 1)).previous().first())
        .isEqualTo("2023-12-25");
    assertThat(Period.of(PeriodKind.YEAR, leap).end(CHICAGO))
        .isEqualTo(day("2025-01-01").start(CHICAGO));
  }

  @Test
  void onlyWeeksCrossTheBordersOfMonths() {
    assertThat(PeriodKind.DAY.nestsIn(PeriodKind.WEEK)).isTrue();
    assertThat(PeriodKind.MONTH.nestsIn(PeriodKind.QUARTER)).isTrue();
    assertThat(PeriodKind.WEEK.nestsIn(PeriodKind.YEAR)).isFalse();
    assertThat(PeriodKind.MONTH.nestsIn(PeriodKind.WEEK)).isFalse();
    assertThat(PeriodKind.YEAR.nestsIn(PeriodKind.MONTH)).isFalse();
  }

  @Test
  void setsOfDaysAreRuns() {
    DaySet days =
        DaySet.of(
            Stream.of("2024-03-01", "2024-02-28", "2024-02-29", "2024-05-05")
                .map(LocalDate::parse)
                .toList());
    List<DaySet.Run> runs = days.runs();
    assertThat(runs)
        .containsExactly(
            new DaySet.Run(LocalDate.of(2024, 2, 28), 3),
            new DaySet.Run(LocalDate.of(2024, 5, 5), 1));
    assertThat(DaySet.ofRuns(runs)).isEqualTo(days);
    assertThat(days.anyBetween(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 5, 4))).isFalse();
    assertThat(days.anyBetween(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 5, 5))).isTrue();
  }

  private static Period day(String date) {
    return new Period(PeriodKind.DAY, LocalDate.parse(date));
  }

  private static long hours(Period period) {
    return Duration.ofMillis(period.end(CHICAGO) - period.start(CHICAGO)).toHours();
  }
}
