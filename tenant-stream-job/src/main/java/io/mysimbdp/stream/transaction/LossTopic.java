package io.mysimbdp.stream.transaction;

import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Loss;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where losses are made known for good: the topic of the tenant's completions.
 *
 * @param kafka the broker's address
 */
public record LossTopic(String kafka, String topic) implements Serializable {

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
      notice.headers().add(Names.CONTROL_HEADER, Loss.HEADER.getBytes(StandardCharsets.UTF_8));
      producer.send(notice).get();
    } catch (ExecutionException e) {
      throw new IOException("topic " + topic + " did not take a notice of loss", e.getCause());
    }
  }
}
