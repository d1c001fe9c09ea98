package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.endtoend.cluster.ManyFiles;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hundred files of each stream are replayed as one, by a process with little memory. */
@ExtendWith(OnStack.class)
class ClusterReplayIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TOPICS =
      List.of("cluster.raw.job-events", "cluster.raw.task-events");
  private static final int PARTITIONS = 12;
  private static final int FILES_EACH = 100;
  private static final int EVENTS_EACH = 400;

  /** An event as it lies in Kafka: when it was sent, and where it comes in the one order. */
  private record Sent(long at, int place) {}

  @Test
  void twoHundredFilesComeInOneOrderOutOf64Megabytes(Stack stack) {
    ManyFiles files = ManyFiles.write(stack.folder("many"), FILES_EACH, EVENTS_EACH, 29);
    Kafka kafka = new Kafka(stack.brokers());
    kafka.create(TOPICS, PARTITIONS);
    try {
      List<String> command = new ArrayList<>(List.of("emulate", "cluster"));
      files.inputs().forEach(input -> command.addAll(List.of("--input", input)));
      // With a heap that cannot grow beyond it, the process would not get to its end.
      stack
          .commands()
          .start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m"), command)
          .await(Duration.ofMinutes(3))
          .succeeded();
      inOneOrder(kafka, files.places());
    } finally {
      kafka.delete(TOPICS);
    }
  }

  private static void inOneOrder(Kafka kafka, Map<Long, Integer> places) {
    Map<String, Integer> last = new HashMap<>();
    List<Sent> all = new ArrayList<>();
    for (String topic : TOPICS) {
      kafka.forEach(
          topic,
          record -> {
            if (Kafka.header(record, "mysimbdp-control") == null) {
              int place = places.get(job(record));
              Integer before = last.put(topic + "-" + record.partition(), place);
              assertThat(before == null || before < place).as("order in %s", record).isTrue();
              all.add(new Sent(record.timestamp(), place));
            }
          });
    }
    assertThat(all).hasSize(2 * FILES_EACH * EVENTS_EACH);
    assertThat(all.stream().map(Sent::place).distinct().count()).isEqualTo(places.size());
    assertThat(last.keySet()).as("partitions in use").hasSize(TOPICS.size() * PARTITIONS);
    betweenPartitions(all);
  }

  /** What was sent in an earlier millisecond comes earlier in the one order, in any partition. */
  private static void betweenPartitions(List<Sent> all) {
    Map<Long, List<Sent>> bySending = new TreeMap<>();
    all.forEach(sent -> bySending.computeIfAbsent(sent.at(), at -> new ArrayList<>()).add(sent));
    assertThat(bySending).as("milliseconds of sending").hasSizeGreaterThan(100);
    int next = 0;
    for (List<Sent> atOnce : bySending.values()) {
      int from = next;
      next += atOnce.size();
      int to = next;
      assertThat(atOnce).allMatch(sent -> sent.place() >= from && sent.place() < to);
    }
  }

  private static long job(ConsumerRecord<byte[], byte[]> record) {
    try {
      return JSON.readTree(record.value()).required("job_id").longValue();
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON in " + record, e);
    }
  }
}
