package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A gold row on its topic: key = group values, value = the row as JSON. The timestamp is left to
 * the producer's clock: with the row's own, old data would be deleted by retention at once.
 */
final class GoldTopicSchema
    implements KafkaRecordSerializationSchema<Tuple3<Integer, String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final String[] topics;

  GoldTopicSchema(Tenant tenant) {
    List<String> names =
        tenant.gold().stream().map(table -> Names.goldTopic(tenant, table)).toList();
    this.topics = names.toArray(String[]::new);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Tuple3<Integer, String, byte[]> row, KafkaSinkContext context, Long timestamp) {
    byte[] key = row.f1.isEmpty() ? null : row.f1.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topics[row.f0], null, null, key, row.f2);
  }
}
