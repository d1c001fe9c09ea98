package io.mysimbdp.stream.output;

import io.mysimbdp.platform.names.Names;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Outgoing records as Kafka records. Their timestamp is left to the producer: the sink's default,
 * the event time, would let the broker's time-based retention delete fresh silver of old events
 * within minutes.
 */
public final class KafkaRecords implements KafkaRecordSerializationSchema<SinkInput> {
  private static final long serialVersionUID = 1L;

  private final OutputTopics topics;

  public KafkaRecords(OutputTopics topics) {
    this.topics = topics;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      SinkInput input, KafkaSinkContext context, Long timestamp) {
    SinkInput.Outgoing outgoing = (SinkInput.Outgoing) input;
    return new ProducerRecord<>(
        topics.name(outgoing.topic()),
        null,
        null,
        outgoing.key(),
        outgoing.value(),
        headers(outgoing));
  }

  private static List<Header> headers(SinkInput.Outgoing outgoing) {
    if (!OutputTopics.isSilver(outgoing.topic())) {
      return List.of();
    }
    Header records = header(Names.RECORDS_HEADER, Long.toString(outgoing.records()));
    return outgoing.position().isEmpty()
        ? List.of(records)
        : List.of(records, header(Names.POSITION_HEADER, outgoing.position()));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
