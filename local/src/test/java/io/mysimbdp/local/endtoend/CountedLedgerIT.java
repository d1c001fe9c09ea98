package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Finished;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.RawProducer;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.Suspended;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger's figures are counted apart from each other, so meddling with the raw topic shows. */
@ExtendWith(OnStack.class)
class CountedLedgerIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String SLOWLY = "500";

  @Test
  void aRecordAddedBehindTheEmulatorsBackFailsTheRunAndNamesItsPartition(Stack stack) {
    Kafka kafka = new Kafka(stack.brokers());
    Set<String> before = kafka.topics();
    CommandLine.Running run = slowRun(stack).start();
    String raw = rawTopic(kafka, before);
    try (RawProducer producer = new RawProducer(stack.brokers(), raw)) {
      producer.reading(2, "intruder", 1, 50);
    }

    assertThat(run.await(PATIENCE).ended(1).said())
        .contains("partition 2")
        .containsPattern("1 too many");
  }

  @Test
  void recordsTakenAwayBehindTheEmulatorsBackFailTheRunWhichNamesThePartition(Stack stack) {
    Kafka kafka = new Kafka(stack.brokers());
    Set<String> before = kafka.topics();
    CommandLine.Running run = slowRun(stack).start();
    String raw = rawTopic(kafka, before);
    TopicPartition partition = new TopicPartition(raw, 1);
    Suspended.during(
        stack.taskManagers(),
        () -> {
          long grown = kafka.ends(raw).get(partition) + 20;
          await().atMost(PATIENCE).until(() -> kafka.ends(raw).get(partition) >= grown);
          kafka.deleteBefore(partition, kafka.ends(raw).get(partition));
        });

    Finished finished = run.await(PATIENCE).ended(1);
    assertThat(finished.said()).contains("partition 1").contains("missing");
  }

  private static VmCpuRun slowRun(Stack stack) {
    Path trace = new Trace(20, 8_000, 43).write(stack.folder("trace").resolve("trace.csv"));
    return VmCpuRun.of(stack, trace, "--rate", SLOWLY, "--partitions", "4");
  }

  /** The raw topic of the run, once it holds more than its begin markers. */
  private static String rawTopic(Kafka kafka, Set<String> before) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                kafka.topics().stream()
                    .filter(topic -> !before.contains(topic) && topic.endsWith(".raw.readings"))
                    .filter(topic -> kafka.size(topic) > 1_000)
                    .findFirst(),
            Optional::isPresent)
        .get();
  }
}
