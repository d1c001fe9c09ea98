package io.mysimbdp.local.endtoend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowGridTest {
  private static final long MINUTE = 60_000;

  @Test
  void aTimeLiesInOneTumblingWindowWhoseStartCountsAndWhoseEndDoesNot() {
    WindowGrid grid = WindowGrid.minutes(3, 3);
    assertThat(grid.containing(0)).containsExactly(new Window(0, 3 * MINUTE));
    assertThat(grid.containing(3 * MINUTE - 1)).containsExactly(new Window(0, 3 * MINUTE));
    assertThat(grid.containing(3 * MINUTE)).containsExactly(new Window(3 * MINUTE, 6 * MINUTE));
  }

  @Test
  void aTimeLiesInThreeWindowsOfFifteenMinutesEveryFive() {
    assertThat(WindowGrid.minutes(15, 5).containing(12 * MINUTE))
        .isEqualTo(
            List.of(
                new Window(10 * MINUTE, 25 * MINUTE),
                new Window(5 * MINUTE, 20 * MINUTE),
                new Window(0, 15 * MINUTE)));
  }

  @Test
  void windowsBeforeTheEpochStandOnTheSameGrid() {
    assertThat(WindowGrid.minutes(3, 3).containing(-1)).containsExactly(new Window(-3 * MINUTE, 0));
  }

  @Test
  void aDatasetIsFinalAtTheLatestEndOfAWindowThatHoldsItsLastInstant() {
    long origin = Reading.ORIGIN;
    assertThat(VmCpu.finalEnd(origin + 1)).isEqualTo(origin + 15 * MINUTE);
    assertThat(VmCpu.finalEnd(origin + 5 * MINUTE)).isEqualTo(origin + 15 * MINUTE);
    assertThat(VmCpu.finalEnd(origin + 5 * MINUTE + 1)).isEqualTo(origin + 20 * MINUTE);
  }
}
