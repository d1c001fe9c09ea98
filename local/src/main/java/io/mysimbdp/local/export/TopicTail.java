package io.mysimbdp.local.export;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Follows a topic, committed records only. */
public record TopicTail(String kafka, String topic) {
  private static final Duration POLL = Duration.ofMillis(500);

  /** Takes what a record says. */
  @FunctionalInterface
  public interface Lines {
    /** Called once a record. */
    void take(byte[] value);
  }

  /**
   * Passes records on until there were enough, or the program ends.
   *
   * @param fromBeginning whether to begin with what is there already
   */
  public void follow(boolean fromBeginning, long enough, Lines lines) throws IOException {
    try (Consumer<byte[], byte[]> consumer = Consumers.of(kafka, IsolationLevel.READ_COMMITTED)) {
      List<TopicPartition> partitions = Consumers.partitions(consumer, topic);
      if (partitions.isEmpty()) {
        throw new IOException("there is no topic " + topic + "; deploy the tenant first");
      }
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      long taken = 0;
      while (taken < enough) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (taken++ < enough) {
            lines.take(record.value());
          }
        }
      }
    }
  }
}
