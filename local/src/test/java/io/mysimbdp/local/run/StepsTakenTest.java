package io.mysimbdp.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.batch.trigger.TriggerStep;
import org.junit.jupiter.api.Test;

class StepsTakenTest {
  private final StepsTaken taken = new StepsTaken();

  @Test
  void anAttemptThatRepeatsAnotherIsNoNews() {
    assertThat(taken.add(TriggerStep.RUN_RECORDED, "jan")).isTrue();
    assertThat(taken.add(TriggerStep.JOB_SUBMITTED, "jan")).isTrue();
    assertThat(taken.add(TriggerStep.JOB_ENDED, "jan")).isTrue();
    assertThat(taken.add(TriggerStep.JOB_SUBMITTED, "jan")).isFalse();
    assertThat(taken.add(TriggerStep.JOB_ENDED, "jan")).isFalse();
    assertThat(taken.add(TriggerStep.STALE_REMOVED, "jan")).isTrue();
  }

  @Test
  void theBatchRunGoesOnUntilAnAttemptHasSucceeded() {
    taken.add(TriggerStep.LOADED, "jan");
    assertThat(taken.inBatch()).isFalse();
    taken.add(TriggerStep.RUN_RECORDED, "jan");
    taken.add(TriggerStep.JOB_ENDED, "jan");
    assertThat(taken.inBatch()).isTrue();
    taken.add(TriggerStep.STALE_REMOVED, "jan");
    assertThat(taken.inBatch()).isFalse();
  }

  @Test
  void everyDatasetHasItsOwnSteps() {
    taken.add(TriggerStep.RUN_RECORDED, "jan");
    assertThat(taken.add(TriggerStep.LOADED, "feb")).isTrue();
    assertThat(taken.inBatch()).isFalse();
    assertThat(taken.add(TriggerStep.RUN_RECORDED, "feb")).isTrue();
  }
}
