package io.mysimbdp.platform.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Boundaries are where the clocks say. */
class GridTest {

  @Example
  void boundariesAreWhatTheClocksShowSecondBySecond() {
    for (String day : ClockChanges.DAYS) {
      for (String step : ClockChanges.STEPS) {
        ClockChanges.Case one = ClockChanges.Case.of(day, step);
        Grid grid = one.grid();
        List<Long> walked = new ArrayList<>();
        for (long at = grid.next(one.from() - 1); at <= one.to(); at = grid.next(at)) {
          walked.add(at);
        }
        assertThat(walked).as(day + " " + step).containsExactlyElementsOf(one.boundaries());
        assertThat(grid.steps(walked.get(0), walked.get(walked.size() - 1)))
            .isEqualTo(walked.size() - 1);
      }
    }
  }

  @Provide
  Arbitrary<ClockChanges.Case> cases() {
    return Combinators.combine(
            Arbitraries.of(ClockChanges.DAYS), Arbitraries.of(ClockChanges.STEPS))
        .as(ClockChanges.Case::of);
  }

  @Property
  void everyTimeLiesInOneStep(
      @ForAll("cases") ClockChanges.Case one,
      @ForAll @LongRange(min = -3_000_000_000_000L, max = 5_000_000_000_000L) long anyTime,
      @ForAll @IntRange(min = 0, max = 345_600_000) int sinceThen,
      @ForAll boolean near,
      @ForAll @IntRange(min = 1, max = 100) int n) {
    Grid grid = one.grid();
    long time = near ? one.from() + sinceThen : anyTime;
    long floor = grid.floor(time);
    long next = grid.next(time);

    assertThat(time).isGreaterThanOrEqualTo(floor).isLessThan(next);
    assertThat(grid.floor(floor)).isEqualTo(floor);
    assertThat(grid.next(floor)).isEqualTo(next);
    assertThat(grid.previous(next)).isEqualTo(floor);
    assertThat(grid.floor(next - 1)).isEqualTo(floor);

    long ahead = floor;
    for (int i = 0; i < n; i++) {
      ahead = grid.next(ahead);
    }
    assertThat(grid.ahead(floor, n)).isEqualTo(ahead);
    assertThat(grid.back(ahead, n)).isEqualTo(floor);
    assertThat(grid.steps(floor, ahead)).isEqualTo(n);
  }

  @Example
  void daysAreAsLongAsTheyAre() {
    assertThat(hours("America/Chicago", "2024-03-10T06:00:00Z")).isEqualTo(23);
    assertThat(hours("America/Chicago", "2024-06-10T05:00:00Z")).isEqualTo(24);
    assertThat(hours("America/Chicago", "2024-11-03T05:00:00Z")).isEqualTo(25);
    assertThat(hours("Europe/Athens", "2024-03-30T22:00:00Z")).isEqualTo(23);
    assertThat(hours("Europe/Athens", "2024-10-26T21:00:00Z")).isEqualTo(25);
    assertThat(hours("America/Sao_Paulo", "2018-11-04T03:00:00Z")).isEqualTo(23);
    assertThat(hours("Asia/Beirut", "2024-03-30T22:00:00Z")).isEqualTo(23);
    assertThat(hours("Australia/Lord_Howe", "2024-04-06T13:00:00Z")).isEqualTo(24.5);
  }

  private static double hours(String zone, String midnight) {
    Grid grid = new Grid(Duration.ofDays(1), ZoneId.of(zone));
    long start = Instant.parse(midnight).toEpochMilli();
    assertThat(grid.floor(start)).isEqualTo(start);
    return (grid.next(start) - start) / 3_600_000.0;
  }

  @Example
  void aStepDividesADay() {
    assertThatThrownBy(() -> new Grid(Duration.ofHours(5), ZoneId.of("UTC")))
        .hasMessageContaining("PT5H does not divide 24 hours");
  }
}
