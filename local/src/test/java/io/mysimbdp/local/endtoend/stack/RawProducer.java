package io.mysimbdp.local.endtoend.stack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes into one raw topic, marker by marker, what no well-behaved emulator would. */
public final class RawProducer implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final int partitions;

  public RawProducer(String brokers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
    this.partitions = producer.partitionsFor(topic).size();
  }

  /** How many partitions the topic has. */
  public int partitions() {
    return partitions;
  }

  /** Opens a dataset in every partition; times in seconds of the trace. */
  public void begin(String dataset, long from, long close) {
    for (int partition = 0; partition < partitions; partition++) {
      send(partition, "begin", marker(dataset, partition, from, close, ""));
    }
  }

  /** Closes a dataset in one partition and says how many records were sent to it. */
  public void end(String dataset, int partition, long from, long close, long sent) {
    send(partition, "end", marker(dataset, partition, from, close, ",\"sent\":" + sent));
  }

  /** Sends one reading; its time in seconds of the trace. */
  public void reading(int partition, String vm, long second, double maxCpu) {
    String json =
        "{\"timestamp\":%d,\"vm_id\":\"%s\",\"min_cpu\":null,\"max_cpu\":%s,\"avg_cpu\":1.0}"
            .formatted(second, vm, maxCpu);
    send(partition, null, json);
  }

  private String marker(String dataset, int partition, long from, long close, String more) {
    return "{\"dataset\":\"%s\",\"partition\":%d,\"partitions\":%d,\"from\":\"%s\",\"close\":\"%s\"%s}"
        .formatted(dataset, partition, partitions, time(from), time(close), more);
  }

  private static Instant time(long second) {
    return Instant.parse("2019-01-01T00:00:00Z").plusSeconds(second);
  }

  private void send(int partition, String control, String value) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            partition,
            (byte[]) null,
            value.getBytes(StandardCharsets.UTF_8),
            control == null
                ? List.of()
                : List.of(
                    new RecordHeader(
                        "mysimbdp-control", control.getBytes(StandardCharsets.UTF_8))));
    Kafka.send(producer, record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
