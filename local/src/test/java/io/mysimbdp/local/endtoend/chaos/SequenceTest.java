package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTest {
  @Test
  void whatIsMissingOrChangedIsCounted() {
    Sequence seen = sequence(0, 1, 4, 9);
    assertThat(seen.missingIn(sequence(0, 1, 4, 9, 12))).isZero();
    assertThat(seen.missingIn(sequence(1, 4, 9))).isEqualTo(1);
    assertThat(sequence(0, 1, 3, 4, 9).missingIn(seen)).isEqualTo(1);
    Sequence changed = sequence(0, 1);
    changed.add(4, 99);
    changed.add(9, 9);
    assertThat(seen.missingIn(changed)).isEqualTo(1);
  }

  @Test
  void itGrows() {
    Sequence many = new Sequence();
    for (int i = 0; i < 5_000; i++) {
      many.add(2L * i, i);
    }
    assertThat(many.size()).isEqualTo(5_000);
    assertThat(many.last()).isEqualTo(9_998);
    assertThat(many.missingIn(many)).isZero();
  }

  private static Sequence sequence(long... offsets) {
    Sequence sequence = new Sequence();
    for (long offset : offsets) {
      sequence.add(offset, offset);
    }
    return sequence;
  }
}
