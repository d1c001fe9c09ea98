package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A reader of committed records who is there all the time, on every topic that the tenants' stream
 * jobs write exactly once, and notes whatever such a reader must never see: a record twice, a
 * window before an earlier one of its group, records that are gone afterwards or have appeared
 * where it had read already.
 */
final class Watcher implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_NOTED = 50;

  private final Kafka kafka;
  private final Map<String, Identity> identities = new HashMap<>();
  private final Map<String, List<String>> topics = new HashMap<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Map<TopicPartition, Sequence> seen = new HashMap<>();
  private final WindowOrder order;
  private final Map<String, Set<Fingerprint>> known = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final List<String> troubles = new ArrayList<>();
  private final Map<String, Long> repeats = new TreeMap<>();
  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::watch, "watcher");
  private volatile Map<TopicPartition, Long> upTo;

  private Watcher(String brokers, List<Tenant> tenants) {
    this.kafka = new Kafka(brokers);
    for (Tenant tenant : tenants) {
      identities.putAll(Identity.byTopic(tenant));
      topics.put(
          tenant.name(),
          tenant.silver().stream().map(analytic -> Names.silverTopic(tenant, analytic)).toList());
    }
    this.order = new WindowOrder(tenants);
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                // An offset that is gone shall be an error and not a new beginning.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    for (String topic : identities.keySet()) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(partitions);
    partitions.forEach(
        partition -> {
          consumer.seek(partition, 0);
          seen.put(partition, new Sequence());
        });
    thread.setDaemon(true);
  }

  static Watcher start(String brokers, List<Tenant> tenants) {
    Watcher watcher = new Watcher(brokers, tenants);
    watcher.thread.start();
    return watcher;
  }

  private void watch() {
    try {
      boolean done = false;
      while (!done) {
        done = readOn();
      }
    } catch (WakeupException e) {
      // Nobody wants to know any more.
    } catch (KafkaException | AssertionError e) {
      note("the reader could not go on: " + e);
    } finally {
      consumer.close(Duration.ofSeconds(5));
    }
  }

  /** Reads what is there; whether it has come as far as it shall. */
  private boolean readOn() {
    Map<TopicPartition, Long> ends = upTo;
    try {
      consumer.poll(POLL).forEach(this::see);
      partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
      return ends != null
          && partitions.stream().allMatch(p -> positions.get(p) >= ends.getOrDefault(p, 0L));
    } catch (RetriableException e) {
      return false; // the broker is away
    }
  }

  private void see(ConsumerRecord<byte[], byte[]> record) {
    Sequence sequence = seen.get(new TopicPartition(record.topic(), record.partition()));
    if (record.offset() <= sequence.last()) {
      note("offset %d after %d".formatted(record.offset(), sequence.last()), record);
    }
    sequence.add(record.offset(), Fingerprint.of(record).high());
    order.seesTrouble(record).ifPresent(trouble -> note(trouble, record));
    String identity = identities.get(record.topic()).of(record);
    boolean first =
        known
            .computeIfAbsent(record.topic(), topic -> ConcurrentHashMap.newKeySet())
            .add(Fingerprint.of(identity));
    if (!first) {
      repeats.merge(record.topic(), 1L, Long::sum);
      note("a second time: " + identity, record);
    }
    counts.merge(record.topic(), 1L, Long::sum);
  }

  private void note(String what, ConsumerRecord<byte[], byte[]> record) {
    note(
        "%s, partition %d, offset %d: %s"
            .formatted(record.topic(), record.partition(), record.offset(), what));
  }

  private synchronized void note(String trouble) {
    if (troubles.size() < MOST_NOTED) {
      troubles.add(trouble);
    }
  }

  /** How many committed rows of silver it has seen so far, by tenant. */
  Map<String, Long> silver() {
    Map<String, Long> silver = new HashMap<>();
    topics.forEach(
        (tenant, names) ->
            silver.put(
                tenant, names.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum()));
    return silver;
  }

  /** Whether it has seen all that lies before these offsets. */
  boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** Whether it has seen a record of this identity; see {@link Identity}. */
  boolean hasSeen(String topic, String identity) {
    return known.getOrDefault(topic, Set.of()).contains(Fingerprint.of(identity));
  }

  /** What it saw by now that it must never see. */
  synchronized List<String> troubles() {
    return List.copyOf(troubles);
  }

  /**
   * Reads on to the present ends, reads everything again from the beginning, and compares: one
   * entry a topic.
   */
  List<Comparison> finish(Duration patience) throws InterruptedException {
    Map<TopicPartition, Long> ends = new HashMap<>();
    identities.keySet().forEach(topic -> ends.putAll(kafka.ends(topic)));
    upTo = ends;
    thread.join(patience.toMillis());
    if (thread.isAlive()) {
      throw new AssertionError("the watcher has not reached the ends after " + patience);
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (String topic : new TreeMap<>(identities).keySet()) {
      comparisons.add(compare(topic));
    }
    return comparisons;
  }

  private Comparison compare(String topic) {
    Map<Integer, Sequence> there = new HashMap<>();
    kafka.forEach(
        topic,
        record ->
            there
                .computeIfAbsent(record.partition(), partition -> new Sequence())
                .add(record.offset(), Fingerprint.of(record).high()));
    long rows = 0;
    long gone = 0;
    long slipped = 0;
    for (TopicPartition partition : partitions) {
      if (partition.topic().equals(topic)) {
        Sequence now = there.getOrDefault(partition.partition(), new Sequence());
        Sequence then = seen.get(partition);
        rows += then.size();
        gone += then.missingIn(now);
        slipped += now.missingIn(then);
      }
    }
    String text =
        gone + slipped == 0 ? "" : "%d gone again, %d slipped in".formatted(gone, slipped);
    return new Comparison(
        "seen as committed: " + topic, rows, gone, repeats.getOrDefault(topic, 0L), slipped, text);
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
