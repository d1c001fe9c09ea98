package io.mysimbdp.local.deploy;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Pulse;
import io.mysimbdp.platform.decode.JsonDecoder;
import io.mysimbdp.platform.definition.EventTimeReader;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the partitions of one raw stream that fall silent: after {@code idle_after} without a
 * record it writes a {@link Pulse} with the event time that the others have reached. Reads no more
 * than the last records of each partition.
 */
final class SilenceWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
  private static final long LAST = 20;
  private static final Duration READING = Duration.ofSeconds(5);

  private final RawStream stream;
  private final String topic;
  private final SilentPartitions silent;
  private final JsonDecoder decoder;
  private final EventTimeReader eventTime;
  private final Row row;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;

  SilenceWatch(Tenant tenant, RawStream stream, String kafka) {
    this.stream = stream;
    this.topic = Names.rawTopic(tenant, stream.name());
    this.silent = new SilentPartitions(stream.idleAfter());
    this.decoder = new JsonDecoder(stream);
    this.eventTime = new EventTimeReader(stream.eventTime().form());
    this.row = new Row(stream.schema().size());
    this.consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** How often to {@link #look}: four times in the time after which a partition is silent. */
  Duration pace() {
    return stream.idleAfter().dividedBy(4);
  }

  /** Looks at all partitions once and writes the pulses that are due. */
  void look() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long end = ends.get(partition);
      if (end != silent.end(partition.partition())) {
        silent.note(
            partition.partition(),
            new SilentPartitions.Seen(end, lastTime(partition, end)),
            System.nanoTime());
      }
    }
    for (SilentPartitions.Due due : silent.due(System.nanoTime())) {
      send(due);
    }
  }

  private void send(SilentPartitions.Due due) {
    LOG.info(
        "partition {} of {} has been silent for {}; a pulse takes it on to {}",
        due.partition(),
        topic,
        stream.idleAfter(),
        java.time.Instant.ofEpochMilli(due.time()));
    ProducerRecord<byte[], byte[]> pulse =
        new ProducerRecord<>(
            topic,
            due.partition(),
            null,
            DatasetJson.write(new Pulse(due.partition(), due.time())));
    pulse.headers().add(Names.CONTROL_HEADER, Pulse.HEADER.getBytes(StandardCharsets.UTF_8));
    try {
      producer.send(pulse).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take a pulse: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long lastTime(TopicPartition partition, long end) {
    consumer.assign(List.of(partition));
    long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
    consumer.seek(partition, Math.max(begin, end - LAST));
    long latest = Long.MIN_VALUE;
    long deadline = System.nanoTime() + READING.toNanos();
    while (consumer.position(partition) < end && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        latest = Math.max(latest, time(record));
      }
    }
    return latest;
  }

  /** The event time that a record takes its partition to; none if it is a marker or unreadable. */
  private long time(ConsumerRecord<byte[], byte[]> record) {
    Header control = record.headers().lastHeader(Names.CONTROL_HEADER);
    if (control != null) {
      return pulseTime(control, record.value());
    }
    boolean sound = decoder.decode(record.value(), row) == null && eventTime.read(row) == null;
    return sound && plausible(eventTime.millis(), record.timestamp())
        ? eventTime.millis()
        : Long.MIN_VALUE;
  }

  private static long pulseTime(Header control, byte[] value) {
    try {
      return new String(control.value(), StandardCharsets.UTF_8).equals(Pulse.HEADER)
          ? DatasetJson.readPulse(value).time()
          : Long.MIN_VALUE;
    } catch (IOException e) {
      return Long.MIN_VALUE;
    }
  }

  private boolean plausible(long time, long arrived) {
    var bounds = stream.eventTime();
    return (bounds.earliest() == null || time >= bounds.earliest().toEpochMilli())
        && (bounds.latest() == null || time <= bounds.latest().toEpochMilli())
        && time <= arrived + bounds.maxAhead().toMillis();
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
