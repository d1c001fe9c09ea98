package io.mysimbdp.stream.transaction;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Loss;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where losses are made known for good: the topic of the tenant's completions.
 *
 * @param kafka the broker's address
 */
public record LossTopic(String kafka, String topic) implements Serializable {
  private static final byte[] NOTICE = Loss.HEADER.getBytes(StandardCharsets.UTF_8);
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * How many notices there are by now; a {@code replay} begins anew with none.
   *
   * @throws UncheckedIOException if Kafka does not answer in time
   */
  long noticed() {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long count = 0;
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (isNotice(record)) {
            count++;
          }
        }
      }
      return count;
    } catch (KafkaException e) {
      throw new UncheckedIOException(
          "topic %s does not say what was lost before: %s".formatted(topic, e.getMessage()),
          new IOException(e));
    }
  }

  private static boolean isNotice(ConsumerRecord<byte[], byte[]> record) {
    Header control = record.headers().lastHeader(Names.CONTROL_HEADER);
    return control != null && Arrays.equals(control.value(), NOTICE);
  }

  /**
   * Writes a notice and waits until Kafka has it.
   *
   * @throws IOException if Kafka does not take it
   */
  void write(Loss loss) throws IOException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> notice = new ProducerRecord<>(topic, DatasetJson.write(loss));
      notice.headers().add(Names.CONTROL_HEADER, NOTICE);
      producer.send(notice).get();
    } catch (ExecutionException e) {
      throw new IOException("topic " + topic + " did not take a notice of loss", e.getCause());
    }
  }
}
