package io.mysimbdp.local.endtoend.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Looks at topics, and meddles with them, from outside the platform. */
public record Kafka(String brokers) {

  /** The names of all topics. */
  public Set<String> topics() {
    try (Admin admin = admin()) {
      return new TreeSet<>(admin.listTopics().names().get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot list topics", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Makes topics. */
  public void create(List<String> topics, int partitions) {
    try (Admin admin = admin()) {
      admin
          .createTopics(
              topics.stream().map(topic -> new NewTopic(topic, partitions, (short) 1)).toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create " + topics, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Removes topics. */
  public void delete(List<String> topics) {
    try (Admin admin = admin()) {
      admin.deleteTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot delete " + topics, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Where the next record of each partition of a topic goes. */
  public Map<TopicPartition, Long> ends(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer, topic));
    }
  }

  /** Up to where each partition may be read by readers of committed records, by partition. */
  public Map<Integer, Long> stableEnds(String topic) {
    return ends(topic, IsolationLevel.READ_COMMITTED);
  }

  /** Where each partition ends, open transactions and all, by partition. */
  public Map<Integer, Long> unstableEnds(String topic) {
    return ends(topic, IsolationLevel.READ_UNCOMMITTED);
  }

  private Map<Integer, Long> ends(String topic, IsolationLevel level) {
    try (Admin admin = admin()) {
      int partitions =
          admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (int partition = 0; partition < partitions; partition++) {
        latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
      Map<Integer, Long> ends = new TreeMap<>();
      admin
          .listOffsets(latest, new ListOffsetsOptions(level))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot ask for the ends of " + topic, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Where the next record of one partition goes. */
  public long end(String topic, int partition) {
    return ends(topic).get(new TopicPartition(topic, partition));
  }

  /** Writes every committed record of a topic once more, behind the others. */
  public void repeat(String topic) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class))) {
      forEach(topic, record -> send(producer, again(record)));
    }
  }

  /**
   * Writes every record of a topic into another one that is empty: the same partitions, offsets,
   * times, keys, headers and values.
   */
  public void copy(String from, String to) {
    List<Future<RecordMetadata>> copied = new ArrayList<>();
    List<Long> offsets = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      forEach(
          from,
          record -> {
            offsets.add(record.offset());
            copied.add(producer.send(at(record, to)));
          });
      producer.flush();
      for (int i = 0; i < offsets.size(); i++) {
        if (copied.get(i).get().offset() != offsets.get(i)) {
          throw new AssertionError(
              "the record at offset %d of %s went to %d of %s"
                  .formatted(offsets.get(i), from, copied.get(i).get().offset(), to));
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot copy " + from, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static ProducerRecord<byte[], byte[]> at(
      ConsumerRecord<byte[], byte[]> record, String topic) {
    return new ProducerRecord<>(
        topic,
        record.partition(),
        record.timestamp(),
        record.key(),
        record.value(),
        record.headers());
  }

  private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record) {
    return new ProducerRecord<>(
        record.topic(), record.partition(), record.key(), record.value(), record.headers());
  }

  /** Sends a record and waits until it is stored. */
  static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot send to " + record.topic(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** How many records lie in a topic, markers and all. */
  public long size(String topic) {
    return ends(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many committed records a topic has. */
  public long committed(String topic) {
    long[] count = new long[1];
    forEach(topic, record -> count[0]++);
    return count[0];
  }

  /** Hands over the committed records of a topic up to its present end, partition by partition. */
  public void forEach(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(action);
      }
    }
  }

  /** A reader of what is committed on some topics from now on; the caller closes it. */
  public KafkaConsumer<byte[], byte[]> fromNowOn(Collection<String> topics) {
    KafkaConsumer<byte[], byte[]> consumer = fromTheBeginning(topics);
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position); // it is lazy otherwise
    return consumer;
  }

  /** A reader of what is committed on some topics; the caller closes it. */
  public KafkaConsumer<byte[], byte[]> fromTheBeginning(Collection<String> topics) {
    KafkaConsumer<byte[], byte[]> consumer = consumer();
    consumer.assign(
        topics.stream().flatMap(topic -> partitions(consumer, topic).stream()).toList());
    consumer.seekToBeginning(consumer.assignment());
    return consumer;
  }

  /** Takes away the records of a partition that lie before an offset. */
  public void deleteBefore(TopicPartition partition, long offset) {
    try (Admin admin = admin()) {
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset))).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot delete from " + partition, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The text of a header, empty if it has no value; null if there is no such header. */
  public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    if (header == null) {
      return null;
    }
    return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(settings);
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
