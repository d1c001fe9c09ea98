package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeveralAttackTest {
  @Test
  void twoOrThreeDifferentTargetsAreDrawnTheSameForTheSamePick() {
    Set<Target> all = EnumSet.noneOf(Target.class);
    for (int pick = 0; pick < 200; pick++) {
      List<Target> drawn = SeveralAttack.drawn(pick);
      assertThat(drawn).hasSizeBetween(2, 3).doesNotHaveDuplicates();
      assertThat(SeveralAttack.drawn(pick)).isEqualTo(drawn);
      all.addAll(drawn);
    }
    assertThat(all).isEqualTo(EnumSet.range(Target.TASK_MANAGER, Target.EMULATOR));
  }
}
