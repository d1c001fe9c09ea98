package io.mysimbdp.local.endtoend.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends one dataset of fuzzed records to a raw topic. */
public final class FuzzFeed {
  /** A dataset may be called what its producer likes, as long as one can see it. */
  public static final String DATASET =
      "x'; DROP KEYSPACE mysimbdp; -- \"../${env:PATH}%s {} \u00e9";

  private final String brokers;
  private final String topic;

  public FuzzFeed(String brokers, String topic) {
    this.brokers = brokers;
    this.topic = topic;
  }

  /**
   * Sends a dataset.
   *
   * @param giants how many of the records are nearly as large as Kafka takes them
   * @return the texts that have to come out again
   */
  public Set<String> send(
      Template template, String from, String close, long count, int giants, long seed) {
    Fuzzer fuzzer = new Fuzzer(template, count, giants, seed);
    Set<String> texts = new TreeSet<>();
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.LINGER_MS_CONFIG,
                20),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      int partitions = producer.partitionsFor(topic).size();
      long[] sent = new long[partitions];
      for (int partition = 0; partition < partitions; partition++) {
        send(producer, marker("begin", partition, partitions, from, close, 0), failure);
      }
      for (long number = 0; number < count; number++) {
        Fuzzed fuzzed = fuzzer.next(number);
        int partition = (int) (number % partitions);
        sent[partition]++;
        if (fuzzed.text() != null) {
          texts.add(fuzzed.text());
        }
        send(producer, record(partition, fuzzed), failure);
      }
      for (int partition = 0; partition < partitions; partition++) {
        send(producer, marker("end", partition, partitions, from, close, sent[partition]), failure);
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("cannot send to " + topic, failure.get());
    }
    return texts;
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer,
      ProducerRecord<byte[], byte[]> record,
      AtomicReference<Exception> failure) {
    var unused =
        producer.send(
            record,
            (metadata, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  private ProducerRecord<byte[], byte[]> record(int partition, Fuzzed fuzzed) {
    Collection<Header> headers = fuzzed.headers();
    return new ProducerRecord<>(topic, partition, fuzzed.key(), fuzzed.value(), headers);
  }

  private ProducerRecord<byte[], byte[]> marker(
      String kind, int partition, int partitions, String from, String close, long sent) {
    String body =
        "{\"dataset\":%s,\"partition\":%d,\"partitions\":%d,\"from\":\"%s\",\"close\":\"%s\",\"sent\":%d}"
            .formatted(HostileTexts.json(DATASET, false), partition, partitions, from, close, sent);
    return new ProducerRecord<>(
        topic,
        partition,
        (byte[]) null,
        body.getBytes(StandardCharsets.UTF_8),
        List.of(new RecordHeader("mysimbdp-control", kind.getBytes(StandardCharsets.UTF_8))));
  }
}
