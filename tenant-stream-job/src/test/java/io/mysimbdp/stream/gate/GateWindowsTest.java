package io.mysimbdp.stream.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.VmCpu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate before cumulative windows, and before windows in a time zone. */
class GateWindowsTest {
  private static final Tenant CUMULATIVE =
      VmCpu.changed(
          yaml ->
              yaml.replace("max_ahead: 1d", "max_ahead: 9d")
                  .replace("tumbling: 3m", "cumulative: 1d, every: 10s"));
  private static final Tenant CHICAGO =
      VmCpu.changed(
          yaml ->
              yaml.replace("tenant: vm-cpu", "tenant: vm-cpu\nzone: America/Chicago")
                  .replace("tumbling: 3m", "tumbling: 1d")
                  .replace("sliding: 15m, every: 5m", "cumulative: 12h, every: 1h"));

  @Test
  void aRecordCountsAsOnePairOfCumulativeWindows() {
    PartitionState state = new PartitionState(3);
    List<Gated> seen = new ArrayList<>();
    LatenessGate gate = new LatenessGate(CUMULATIVE, CUMULATIVE.rawStream("readings"), 1);
    gate.process(VmCpu.reading(0, 0, 3605, "a", 50), state, seen::add);
    assertThat(firstJoin(seen)).isEqualTo(VmCpu.at(3610));
    gate.process(VmCpu.reading(0, 1, 3, "a", 50), state, seen::add);
    Gated.Late late = (Gated.Late) seen.get(1);
    assertThat(late.missedFrom()[0]).isEqualTo(VmCpu.at(10));
    assertThat(late.missedTo()[0]).isEqualTo(VmCpu.at(3570));
    assertThat(firstJoin(seen)).isEqualTo(VmCpu.at(3580));
    assertThat(state.joined[0]).isEqualTo(2);

    gate.process(VmCpu.reading(0, 2, 86_400, "a", 50), state, seen::add);
    gate.process(VmCpu.reading(0, 3, 86_399, "a", 50), state, seen::add);
    assertThat(firstJoin(seen)).isEqualTo(VmCpu.at(86_400));
    gate.process(VmCpu.reading(0, 4, 86_431, "a", 50), state, seen::add);
    gate.process(VmCpu.reading(0, 5, 86_399, "a", 50), state, seen::add);
    assertThat(firstJoin(seen)).isEqualTo(Windows.NONE);
    assertThat(state.joined[0]).isEqualTo(5);
  }

  private static long firstJoin(List<Gated> seen) {
    return ((Gated.Admitted) seen.get(seen.size() - 1)).firstJoin[0];
  }

  @Test
  void onlyWatermarksThatPassAWindowEndAreWorthSending() {
    LatenessGate utc = new LatenessGate(VmCpu.TENANT, VmCpu.READINGS, 1);
    assertThat(utc.watermarkAfter(VmCpu.at(0) - 1)).isEqualTo(VmCpu.at(180) - 1);
    assertThat(utc.watermarkAfter(VmCpu.at(180) - 2)).isEqualTo(VmCpu.at(180) - 1);
    assertThat(utc.watermarkAfter(VmCpu.at(180) - 1)).isEqualTo(VmCpu.at(300) - 1);

    LatenessGate zoned = new LatenessGate(CHICAGO, CHICAGO.rawStream("readings"), 1);
    assertThat(zoned.watermarkAfter(millis("2019-01-01T00:00:00Z")))
        .isEqualTo(millis("2019-01-01T01:00:00Z") - 1);
    assertThat(zoned.watermarkAfter(millis("1883-11-18T17:30:00Z")))
        .as("local mean time, 5:50:36 behind")
        .isEqualTo(millis("1883-11-18T17:50:36Z") - 1);
  }

  @Test
  void aDatasetIsFinalAtTheEndOfItsLocalDay() {
    assertThat(CHICAGO.finalEnd(millis("2019-01-10T05:00:00Z")))
        .isEqualTo(millis("2019-01-10T06:00:00Z"));
    assertThat(CHICAGO.finalEnd(millis("2019-01-10T06:00:00Z")))
        .isEqualTo(millis("2019-01-10T06:00:00Z"));
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
