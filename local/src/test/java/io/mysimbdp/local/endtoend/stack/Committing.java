package io.mysimbdp.local.endtoend.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producers that commit one small transaction after the other, so that some always are at it. */
public final class Committing implements AutoCloseable {
  /** How many records each transaction holds. */
  public static final int RECORDS = 8;

  private static final int MAX_BLOCK_MS = 90_000;

  private final ExecutorService threads;
  private final List<Future<Void>> producers = new ArrayList<>();
  private final AtomicLong committed = new AtomicLong();
  private volatile boolean enough;

  private Committing(int count) {
    threads = Executors.newFixedThreadPool(count);
  }

  /** Starts so many producers into a topic. */
  public static Committing start(String brokers, String topic, int count) {
    Committing committing = new Committing(count);
    for (int i = 0; i < count; i++) {
      String id = topic + "-" + i;
      Callable<Void> producer = () -> committing.produce(brokers, topic, id);
      committing.producers.add(committing.threads.submit(producer));
    }
    return committing;
  }

  private Void produce(String brokers, String topic, String id) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                id,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                MAX_BLOCK_MS),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      byte[] value = id.getBytes(StandardCharsets.UTF_8);
      int partitions = producer.partitionsFor(topic).size();
      while (!enough) {
        producer.beginTransaction();
        for (int i = 0; i < RECORDS; i++) {
          Future<?> unused =
              producer.send(new ProducerRecord<>(topic, i % partitions, null, value));
        }
        producer.commitTransaction();
        committed.incrementAndGet();
      }
    }
    return null;
  }

  /** How many transactions the broker has said are committed. */
  public long committed() {
    return committed.get();
  }

  /** Waits until every producer has committed what it had begun. */
  public void finish(Duration patience) {
    enough = true;
    for (Future<Void> producer : producers) {
      try {
        producer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError("a producer could not commit: " + e, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
