package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void everyCellIsFoundByItsName() {
    assertThat(Cell.all())
        .allSatisfy(cell -> assertThat(Cell.named(cell.name())).containsExactly(cell));
  }

  @Test
  void aTargetAloneMeansAllItsFaults() {
    assertThat(Cell.named("broker,TASK_MANAGER:KILL"))
        .contains(
            new Cell(Target.TASK_MANAGER, Fault.KILL),
            new Cell(Target.BROKER, Fault.KILL),
            new Cell(Target.BROKER, Fault.FREEZE))
        .doesNotContain(new Cell(Target.TASK_MANAGER, Fault.STOP));
  }

  @Test
  void whatNamesNoCellIsRefused() {
    assertThatThrownBy(() -> Cell.named("broker:kill,brocker"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'brocker'")
        .hasMessageContaining("broker:freeze");
  }
}
