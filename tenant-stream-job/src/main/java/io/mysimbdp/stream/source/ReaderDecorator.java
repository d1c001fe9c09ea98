package io.mysimbdp.stream.source;

import java.io.Serializable;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * What a {@link DecoratedSource} puts around Kafka's readers.
 *
 * @param <T> what Kafka's readers emit
 * @param <R> what the decorated ones emit
 */
@FunctionalInterface
public interface ReaderDecorator<T, R> extends Serializable {
  /** Around the reader of one subtask. */
  SourceReader<R, KafkaPartitionSplit> around(SourceReader<T, KafkaPartitionSplit> reader);

  /** For checkpoints of the splits of the decorated readers; by default Kafka's own. */
  default SimpleVersionedSerializer<KafkaPartitionSplit> splits(
      SimpleVersionedSerializer<KafkaPartitionSplit> kafka) {
    return kafka;
  }
}
