package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.batch.trigger.TriggerStep;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.stack.AliasPlacement;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.HaltingTrigger;
import io.mysimbdp.local.endtoend.stack.JobManager;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.RawProducer;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever starts batch runs may die at any moment; the batch runs once all the same. */
@ExtendWith(OnStack.class)
class TriggerKilledIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String DATASET = "one";
  private static final int CLOSE = 2_000;

  @Test
  void killedAfterEachOfItsStepsItStillRunsTheBatchOnce(Stack stack) {
    String alias = "vm-cpu-trigger-killed";
    try (LiveTenant tenant = LiveTenant.withoutTrigger(stack, AliasPlacement.on(stack, alias))) {
      send(tenant);

      for (TriggerStep deadly : TriggerStep.values()) {
        assertThat(trigger(stack, alias, deadly.name()))
            .as("trigger that dies after %s", deadly)
            .isIn(HaltingTrigger.KILLED, 0);
      }
      assertThat(trigger(stack, alias, "none")).isZero();

      isDoneOnce(stack, tenant);
    }
  }

  @Test
  void completionsThatAreSeenTwiceStartOneRun(Stack stack) {
    String alias = "vm-cpu-seen-twice";
    try (LiveTenant tenant = LiveTenant.withoutTrigger(stack, AliasPlacement.on(stack, alias))) {
      send(tenant);
      assertThat(trigger(stack, alias, "none")).isZero();

      tenant.kafka().repeat(alias + ".completions");
      assertThat(trigger(stack, alias, "none")).isZero();

      isDoneOnce(stack, tenant);
    }
  }

  @Test
  void aJobOfWhichFlinkHasForgottenWhatItCountedIsRepeated(Stack stack) {
    String alias = "vm-cpu-counters-gone";
    try (LiveTenant tenant = LiveTenant.withoutTrigger(stack, AliasPlacement.on(stack, alias))) {
      send(tenant);
      assertThat(trigger(stack, alias, TriggerStep.JOB_ENDED.name()))
          .isEqualTo(HaltingTrigger.KILLED);

      List<String> jobs = new FlinkJobs(stack.flink()).ids(alias + ".batch.");
      assertThat(jobs).hasSize(1);
      new JobManager(stack).killBeforeItClearsUpBehind(jobs.get(0));
      assertThat(trigger(stack, alias, "none")).isZero();

      isExact(tenant);
      assertThat(tenant.batchRuns()).containsExactly("dataset-" + DATASET + " attempt 2");
    }
  }

  private static void send(LiveTenant tenant) {
    try (RawProducer producer = tenant.producer()) {
      producer.begin(DATASET, 0, CLOSE);
      for (int second = 0; second < CLOSE; second += 5) {
        producer.reading(second % producer.partitions(), "vm-" + second % 3, second, second % 101);
      }
      for (int partition = 0; partition < producer.partitions(); partition++) {
        long sent = tenant.kafka().end(tenant.rawTopic(), partition) - 1;
        producer.end(DATASET, partition, 0, CLOSE, sent);
      }
    }
  }

  private static void isDoneOnce(Stack stack, LiveTenant tenant) {
    isExact(tenant);
    assertThat(tenant.batchRuns()).containsExactly("dataset-" + DATASET + " attempt 1");
    assertThat(new FlinkJobs(stack.flink()).named(tenant.name() + ".batch.")).isEqualTo(1);
  }

  private static void isExact(LiveTenant tenant) {
    JsonNode ledger = tenant.awaitDone(1).get(0);
    assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
    GateOutcome expected = tenant.expected();
    tenant.has(expected).hasGold(expected);
  }

  private static int trigger(Stack stack, String alias, String deadlyStep) {
    return stack
        .commands()
        .startMain(
            HaltingTrigger.class,
            stack.commands().home().toString(),
            stack.brokers(),
            stack.cassandra(),
            stack.flink(),
            alias,
            DATASET,
            deadlyStep)
        .await(PATIENCE)
        .exit();
  }
}
