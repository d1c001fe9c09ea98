package io.mysimbdp.local.endtoend.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final List<Cell> CELLS = cells();

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Target target : Target.values()) {
      for (Fault fault : Fault.values()) {
        cells.add(new Cell(target, fault));
      }
    }
    return cells;
  }

  @Test
  void theSameSeedGivesTheSameFaultsAndAnotherSeedOthers() {
    assertThat(Plan.of(7, 50, CELLS)).isEqualTo(Plan.of(7, 50, CELLS));
    assertThat(Plan.of(7, 50, CELLS).strikes()).isNotEqualTo(Plan.of(8, 50, CELLS).strikes());
    assertThat(Plan.of(7, 20, CELLS).strikes())
        .isEqualTo(Plan.of(7, 50, CELLS).strikes().subList(0, 20));
  }

  @Test
  void cellsAreFilledEvenly() {
    for (long seed = 0; seed < 20; seed++) {
      Plan plan = Plan.of(seed, 3 * CELLS.size() + 5, CELLS);
      Map<Cell, Long> counts =
          plan.strikes().stream().collect(groupingBy(Strike::cell, counting()));
      assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(CELLS);
      assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(3L, 4L));
    }
  }

  @Test
  void whatIsNotOverWithinSecondsComesThreeTimes() {
    Plan plan = Plan.of(3, 10 * CELLS.size(), CELLS);
    assertThat(plan.strikes()).hasSize(10 * CELLS.size());
    assertThat(
            plan.strikes().stream()
                .filter(strike -> !strike.cell().isBrief())
                .collect(groupingBy(Strike::cell, counting()))
                .values())
        .isNotEmpty()
        .allSatisfy(count -> assertThat(count).isEqualTo(3));
  }

  @Test
  void theFirstFaultsHitAllTargets() {
    for (long seed = 0; seed < 20; seed++) {
      List<Target> first =
          Plan.of(seed, Target.values().length, CELLS).strikes().stream()
              .map(strike -> strike.cell().target())
              .toList();
      assertThat(new HashSet<>(first)).hasSize(Target.values().length);
    }
  }

  @Test
  void noCellsGiveNoFaults() {
    assertThat(Plan.of(1, 10, List.of()).strikes()).isEmpty();
  }
}
