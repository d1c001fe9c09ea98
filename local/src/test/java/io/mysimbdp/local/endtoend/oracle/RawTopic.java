package io.mysimbdp.local.endtoend.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a whole raw topic as it lies there now, partition by partition, in offset order. */
public final class RawTopic {
  private RawTopic() {}

  /** Hands over every record up to the present end of each partition. */
  public static void forEach(String brokers, String topic, Consumer<RawRecord> consumer) {
    try (KafkaConsumer<byte[], byte[]> kafka = new KafkaConsumer<>(settings(brokers))) {
      List<TopicPartition> partitions =
          kafka.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
      kafka.assign(partitions);
      kafka.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> kafka.position(p) < ends.get(p))) {
        kafka.poll(Duration.ofSeconds(1)).forEach(record -> consumer.accept(raw(record)));
      }
    }
  }

  /** What the gate's rule makes of the topic. */
  public static GateOutcome judge(String brokers, String topic) {
    GateOracle oracle = new GateOracle();
    forEach(brokers, topic, oracle::read);
    return oracle.outcome();
  }

  private static Properties settings(String brokers) {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return settings;
  }

  private static RawRecord raw(ConsumerRecord<byte[], byte[]> record) {
    Header control = record.headers().lastHeader("mysimbdp-control");
    return RawRecord.of(
        record.partition(),
        record.offset(),
        record.timestamp(),
        control == null ? null : new String(control.value(), StandardCharsets.UTF_8),
        record.value());
  }
}
