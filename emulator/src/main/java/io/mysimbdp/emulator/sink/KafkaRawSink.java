package io.mysimbdp.emulator.sink;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The raw topics of a tenant, written by an idempotent producer: no repeats, no gaps, in order. */
public final class KafkaRawSink implements RawSink {
  private static final int ANSWER_WITHIN_SECONDS = 60;

  /** Bytes of records on their way; in a small heap no more than a quarter of it. */
  private static final long BUFFER_MEMORY =
      Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 4);

  /**
   * How long a broker may be away before a dataset is given up, which cannot be taken up again
   * where it broke off; milliseconds.
   */
  private static final int AWAY_AT_MOST = 15 * 60 * 1000;

  private final String brokers;
  private final Map<String, Target> targets = new HashMap<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Callback outcome = (metadata, problem) -> remember(problem);

  /**
   * Connects to the brokers.
   *
   * @param brokers {@code HOST:PORT}, several with commas
   * @throws IOException if they do not answer or a raw topic of the tenant is missing
   */
  public static KafkaRawSink connect(String brokers, Tenant tenant) throws IOException {
    return new KafkaRawSink(brokers, tenant);
  }

  private KafkaRawSink(String brokers, Tenant tenant) throws IOException {
    this.brokers = brokers;
    try (Admin admin =
        Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
      for (RawStream stream : tenant.raw()) {
        String topic = Names.rawTopic(tenant, stream.name());
        targets.put(stream.name(), new Target(topic, partitions(admin, topic)));
      }
    } catch (KafkaException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new IOException("Kafka cannot be asked at '" + brokers + "': " + why.getMessage(), e);
    }
    producer = new KafkaProducer<>(settings(brokers));
  }

  private static Map<String, Object> settings(String brokers) {
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
        Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
        Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 20),
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, AWAY_AT_MOST),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, AWAY_AT_MOST),
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_MEMORY));
  }

  private int partitions(Admin admin, String topic) throws IOException {
    try {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
          .get(topic)
          .partitions()
          .size();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new IOException(
            "topic %s does not exist on %s; deploy the tenant first".formatted(topic, brokers), e);
      }
      throw new IOException(
          "Kafka at %s does not answer for topic %s: %s"
              .formatted(brokers, topic, e.getCause().getMessage()),
          e);
    } catch (TimeoutException e) {
      throw new IOException(
          "Kafka at %s does not answer within %d s; is it running?"
              .formatted(brokers, ANSWER_WITHIN_SECONDS),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking Kafka at " + brokers, e);
    }
  }

  @Override
  public int partitions(String stream) {
    return target(stream).partitions;
  }

  @Override
  public void send(String stream, int partition, byte[] key, byte[] value) throws IOException {
    send(new ProducerRecord<>(target(stream).topic, partition, key, value));
  }

  @Override
  public void mark(String stream, Marker marker) throws IOException {
    byte[] kind = marker.kind().header().getBytes(StandardCharsets.UTF_8);
    byte[] body = DatasetJson.write(marker);
    send(
        new ProducerRecord<byte[], byte[]>(
            target(stream).topic,
            marker.partition(),
            (byte[]) null,
            body,
            List.of(new RecordHeader(Names.CONTROL_HEADER, kind))));
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws IOException {
    throwFailure();
    try {
      Future<RecordMetadata> unused = producer.send(record, outcome);
    } catch (InterruptException e) {
      throw interrupted(e);
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
      throwFailure();
    }
  }

  private void remember(Exception problem) {
    if (problem != null) {
      failure.compareAndSet(null, problem);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      producer.flush();
    } catch (InterruptException e) {
      throw interrupted(e);
    }
    throwFailure();
  }

  private void throwFailure() throws IOException {
    Exception problem = failure.get();
    if (problem != null) {
      throw new IOException(
          "Kafka at %s did not take a record, so the dataset is incomplete: %s"
              .formatted(brokers, problem.getMessage()),
          problem);
    }
  }

  private IOException interrupted(InterruptException cause) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted while sending to Kafka at " + brokers, cause);
  }

  private Target target(String stream) {
    Target target = targets.get(stream);
    if (target == null) {
      throw new IllegalArgumentException("no raw stream " + stream);
    }
    return target;
  }

  /** What was sent is waited for by {@link #flush}; a close without one drops the rest. */
  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  /** A topic and how many partitions it has. */
  private record Target(String topic, int partitions) {}
}
