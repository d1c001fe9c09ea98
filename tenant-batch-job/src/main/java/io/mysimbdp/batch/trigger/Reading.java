package io.mysimbdp.batch.trigger;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers of committed records that keep their place themselves, without a group. */
final class Reading {
  private Reading() {}

  static Consumer<byte[], byte[]> committed(String kafka) {
    Properties properties = new Properties();
    properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A partition as it stands in coredms. */
  static String name(TopicPartition partition) {
    return partition.topic() + ":" + partition.partition();
  }

  /** The offset kept for a partition, or the earliest that there is. */
  static long start(
      TopicPartition partition, Map<String, Long> kept, Map<TopicPartition, Long> earliest) {
    long first = earliest.getOrDefault(partition, 0L);
    return Math.max(first, kept.getOrDefault(name(partition), first));
  }
}
