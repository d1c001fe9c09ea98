package io.mysimbdp.local.export;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning to its end, committed records only. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String kafka;

  /**
   * @param kafka bootstrap servers
   */
  public TopicReader(String kafka) {
    this.kafka = kafka;
  }

  /** Takes one record. */
  @FunctionalInterface
  public interface Sink {
    /** Called in the order of offsets within a partition. */
    void take(ConsumerRecord<byte[], byte[]> record) throws IOException;
  }

  /**
   * Reads everything that was written before this call. A transaction that is still open then is
   * waited for.
   *
   * @throws IOException if it stays open for two minutes, or the sink fails
   */
  public void readAll(String topic, Sink sink) throws IOException {
    Map<TopicPartition, Long> left = writtenSoFar(topic);
    try (Consumer<byte[], byte[]> consumer = Consumers.of(kafka, IsolationLevel.READ_COMMITTED)) {
      consumer.assign(left.keySet());
      consumer.seekToBeginning(left.keySet());
      Map<TopicPartition, Long> ends = Map.copyOf(left);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      while (!left.isEmpty()) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          if (record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
            sink.take(record);
          }
        }
        boolean moved =
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        if (moved || !records.isEmpty()) {
          deadline = System.nanoTime() + PATIENCE.toNanos();
        } else if (System.nanoTime() > deadline) {
          throw new IOException(
              "topic %s: transactions on %s are still open after %d s"
                  .formatted(topic, left.keySet(), PATIENCE.toSeconds()));
        }
      }
    }
  }

  /** The high watermarks: what a committed reader has to reach, open transactions and all. */
  private Map<TopicPartition, Long> writtenSoFar(String topic) {
    try (Consumer<byte[], byte[]> consumer = Consumers.of(kafka, IsolationLevel.READ_UNCOMMITTED)) {
      return new HashMap<>(consumer.endOffsets(Consumers.partitions(consumer, topic)));
    }
  }
}
