package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.stack.Committing;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everything exactly-once here rests on this: a transaction that the broker has begun to commit is
 * committed, whatever happens to the broker meanwhile, and its readers do not wait for ever.
 */
@ExtendWith(OnStack.class)
class BrokerKilledIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PRODUCERS = 20;
  private static final String TOPIC = "broker-killed-it";

  @Test
  void transactionsThatWereBeingCommittedAreCommitted(Stack stack) {
    Kafka kafka = new Kafka(stack.brokers());
    kafka.create(List.of(TOPIC), 4);
    List<ProcessHandle> broker = stack.processes("kafka");
    try (Committing committing = Committing.start(stack.brokers(), TOPIC, PRODUCERS)) {
      await().atMost(PATIENCE).until(() -> committing.committed() > 5 * PRODUCERS);
      broker.forEach(ProcessHandle::destroyForcibly);
      long before = committing.committed();
      await().atMost(PATIENCE).until(() -> committing.committed() > before + 5 * PRODUCERS);
      committing.finish(PATIENCE);

      AtomicLong read = new AtomicLong();
      await()
          .atMost(PATIENCE)
          .until(() -> kafka.stableEnds(TOPIC).equals(kafka.unstableEnds(TOPIC)));
      kafka.forEach(TOPIC, record -> read.incrementAndGet());
      assertThat(read.get()).isEqualTo(committing.committed() * Committing.RECORDS);
    } finally {
      kafka.delete(List.of(TOPIC));
    }
  }
}
