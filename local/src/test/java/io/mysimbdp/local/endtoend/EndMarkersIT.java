package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.RawProducer;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A dataset is closed partition by partition, and anything may happen in between. */
@ExtendWith(OnStack.class)
class EndMarkersIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CLOSE = 3_000;

  @Test
  void aKillBetweenTheEndMarkersOfTwoPartitionsLosesNoWindow(Stack stack) {
    FlinkJobs flink = new FlinkJobs(stack.flink());
    try (LiveTenant tenant = LiveTenant.deployed(stack);
        RawProducer producer = tenant.producer()) {
      String job = flink.running(".stream").get(0);
      producer.begin("half-closed", 0, CLOSE);
      for (int second = 0; second < CLOSE; second += 7) {
        producer.reading(0, "vm-a", second, second % 100);
        producer.reading(1, "vm-b", second, 99 - second % 100);
      }
      long sent = (CLOSE + 6) / 7;
      producer.end("half-closed", 0, 0, CLOSE, sent);

      awaitCheckpoints(flink, job, 2);
      long restored = flink.restored(job);
      stack.taskManagers().forEach(ProcessHandle::destroyForcibly);
      await().atMost(PATIENCE).until(() -> flink.restored(job) > restored);
      assertThat(tenant.datasets()).isEmpty();

      producer.end("half-closed", 1, 0, CLOSE, sent);
      awaitCheckpoints(flink, job, 1);
      for (int partition = 2; partition < producer.partitions(); partition++) {
        producer.end("half-closed", partition, 0, CLOSE, 0);
      }
      JsonNode ledger = tenant.awaitDone(1).get(0);

      GateOutcome expected = tenant.expected();
      tenant.has(expected);
      assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
      assertThat(expected.dataset().total().accepted()).isEqualTo(2 * sent);
    }
  }

  @Test
  void aRecordTooFewOrTooManyIsNoticedWithItsPartition(Stack stack) {
    try (LiveTenant tenant = LiveTenant.deployed(stack);
        RawProducer producer = tenant.producer()) {
      producer.begin("miscounted", 0, CLOSE);
      producer.reading(0, "vm-a", 1, 50);
      producer.reading(1, "vm-b", 1, 50);
      producer.end("miscounted", 0, 0, CLOSE, 2);
      producer.end("miscounted", 1, 0, CLOSE, 0);
      for (int partition = 2; partition < producer.partitions(); partition++) {
        producer.end("miscounted", partition, 0, CLOSE, 0);
      }
      JsonNode ledger = tenant.awaitDone(1).get(0);

      assertThat(ledger.required("balanced").booleanValue()).isFalse();
      assertThat(ledger.required("problems").toString())
          .contains("partition 0: 2 records sent, 1 received")
          .contains("partition 1: 0 records sent, 1 received");
    }
  }

  private static void awaitCheckpoints(FlinkJobs flink, String job, int more) {
    long wanted = flink.checkpoints(job) + more;
    await().atMost(PATIENCE).until(() -> flink.checkpoints(job) >= wanted);
  }
}
