package io.mysimbdp.stream.source;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Puts the lateness gate into the source of one raw stream, whose splits carry the gate's state:
 * offset, largest event time, counts and open dataset of a partition are one checkpointed thing and
 * move together. Flink does not checkpoint watermarks; a restored split repeats its own before its
 * first record, else a partition that was closed before a crash would hold back every window for
 * ever.
 *
 * @param partitions how many partitions the stream's topic has
 */
public record Gating(Tenant tenant, RawStream stream, int partitions)
    implements ReaderDecorator<ConsumerRecord<byte[], byte[]>, Gated> {
  private static final long serialVersionUID = 1L;

  @Override
  public SourceReader<Gated, KafkaPartitionSplit> around(
      SourceReader<ConsumerRecord<byte[], byte[]>, KafkaPartitionSplit> reader) {
    LatenessGate gate = new LatenessGate(tenant, stream, partitions);
    return new GatedReader(reader, gate, stream.outOfOrderness().toMillis());
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> splits(
      SimpleVersionedSerializer<KafkaPartitionSplit> kafka) {
    return new PartitionSplitSerializer();
  }
}
