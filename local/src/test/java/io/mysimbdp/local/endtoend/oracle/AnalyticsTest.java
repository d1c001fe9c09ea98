package io.mysimbdp.local.endtoend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every expected figure here was worked out by hand. */
class AnalyticsTest {
  private static final long T = Reading.ORIGIN;
  private static final long MINUTE = 60_000;

  private final Analytics analytics = new Analytics();

  @Test
  void theSumOfTenTenthsIsExactlyWhatTheirBinaryValuesAddUpTo() {
    for (int i = 0; i < 10; i++) {
      analytics.add(new Reading("a", T, 0.1));
    }
    // In doubles, one after another, they add up to 0.9999999999999999.
    same(VmCpu.WINDOWS, VmCpu.WINDOWS.row("a", T, T + 3 * MINUTE, 0.1, 0.1, 10L, false));
  }

  @Test
  void theAverageIsTheRoundedSumOverTheCount() {
    analytics.add(new Reading("a", T, 5.0));
    analytics.add(new Reading("a", T + 1, 0.25));
    analytics.add(new Reading("a", T + 2, 1.0));
    same(
        VmCpu.WINDOWS,
        VmCpu.WINDOWS.row("a", T, T + 3 * MINUTE, 2.0833333333333335, 5.0, 3L, false));
  }

  @Test
  void ninetyIsNeitherAnAnomalyNorASpikeButMoreIsBoth() {
    double more = Math.nextUp(90.0);
    analytics.add(new Reading("a", T, 90.0));
    analytics.add(new Reading("b", T, more));
    Row anomaly = VmCpu.WINDOWS.row("b", T, T + 3 * MINUTE, more, more, 1L, true);
    same(VmCpu.WINDOWS, VmCpu.WINDOWS.row("a", T, T + 3 * MINUTE, 90.0, 90.0, 1L, false), anomaly);
    same(VmCpu.SPIKES, VmCpu.SPIKES.row("b", T, more));
    assertThat(analytics.anomalies().differenceTo(Stream.of(anomaly))).isEmpty();
  }

  @Test
  void aReadingIsInEachRollingWindowThatContainsIt() {
    analytics.add(new Reading("a", T + 12 * MINUTE, 4.0));
    analytics.add(new Reading("a", T + 20 * MINUTE, 8.0));
    same(
        VmCpu.ROLLING_WINDOWS,
        VmCpu.ROLLING_WINDOWS.row("a", T, T + 15 * MINUTE, 4.0),
        VmCpu.ROLLING_WINDOWS.row("a", T + 5 * MINUTE, T + 20 * MINUTE, 4.0),
        VmCpu.ROLLING_WINDOWS.row("a", T + 10 * MINUTE, T + 25 * MINUTE, 6.0),
        VmCpu.ROLLING_WINDOWS.row("a", T + 15 * MINUTE, T + 30 * MINUTE, 8.0),
        VmCpu.ROLLING_WINDOWS.row("a", T + 20 * MINUTE, T + 35 * MINUTE, 8.0));
  }

  @Test
  void fourAnomalousWindowsOfFiveAreEnoughForMoreCpu() {
    for (int i = 0; i < 5; i++) {
      analytics.add(new Reading("a", T + 3L * i * MINUTE, i == 2 ? 10.0 : 95.0 + i));
    }
    analytics.add(new Reading("b", T + 3 * MINUTE, 1.5));
    long end = T + 15 * MINUTE;
    Row upgrade =
        VmCpu.RECOMMENDATIONS.row(
            0L, end, "a", 5L, 4L, T, end, 99.0, 80.0, "Upgrade to higher CPU capacity");
    Row none =
        VmCpu.RECOMMENDATIONS.row(
            0L, end, "b", 1L, 0L, T + 3 * MINUTE, T + 6 * MINUTE, 1.5, 0.0, "No change");
    assertThat(analytics.recommendations(0, end).differenceTo(Stream.of(upgrade, none))).isEmpty();
  }

  @Test
  void goldTakesWindowsThatEndAfterTheIntervalsStartAndNotAfterItsEnd() {
    for (int i = 0; i < 3; i++) {
      analytics.add(new Reading("a", T + 3L * i * MINUTE, 50.0));
    }
    long start = T + 3 * MINUTE;
    long end = T + 6 * MINUTE;
    Row row =
        VmCpu.RECOMMENDATIONS.row(start, end, "a", 1L, 0L, start, end, 50.0, 0.0, "No change");
    assertThat(analytics.recommendations(start, end).differenceTo(Stream.of(row))).isEmpty();
  }

  private void same(RowShape analytic, Row... expected) {
    Rows rows = analytics.silver(analytic);
    assertThat(rows.differenceTo(Stream.of(expected))).isEmpty();
  }
}
