package io.mysimbdp.stream.source;

import io.mysimbdp.stream.type.ValueType;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands Kafka's records to the gate as they are. */
public final class RawRecords
    implements KafkaRecordDeserializationSchema<ConsumerRecord<byte[], byte[]>> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<ConsumerRecord<byte[], byte[]>> out) {
    out.collect(record);
  }

  @Override
  @SuppressWarnings("unchecked")
  public TypeInformation<ConsumerRecord<byte[], byte[]>> getProducedType() {
    return ValueType.chained(
        (Class<ConsumerRecord<byte[], byte[]>>) (Class<?>) ConsumerRecord.class);
  }
}
