package io.mysimbdp.stream.source;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import io.mysimbdp.stream.type.ValueType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A {@link KafkaSource} with the lateness gate inside, whose splits carry the gate's state: offset,
 * largest event time, counts and open dataset of a partition are one checkpointed thing and move
 * together. Flink does not checkpoint watermarks; a restored split repeats its own before its first
 * record, else a partition that was closed before a crash would hold back every window for ever.
 */
public final class GatedSource
    implements Source<Gated, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<Gated> {
  private static final long serialVersionUID = 1L;

  private final KafkaSource<ConsumerRecord<byte[], byte[]>> kafka;
  private final Tenant tenant;
  private final RawStream stream;
  private final int partitions;

  /**
   * The source of one raw stream.
   *
   * @param kafka reads the stream's topic
   * @param partitions how many partitions the topic has
   */
  public GatedSource(
      KafkaSource<ConsumerRecord<byte[], byte[]>> kafka,
      Tenant tenant,
      RawStream stream,
      int partitions) {
    this.kafka = kafka;
    this.tenant = tenant;
    this.stream = stream;
    this.partitions = partitions;
  }

  @Override
  public SourceReader<Gated, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    LatenessGate gate = new LatenessGate(tenant, stream, partitions);
    return new GatedReader(kafka.createReader(context), gate, stream.outOfOrderness().toMillis());
  }

  @Override
  public Boundedness getBoundedness() {
    return kafka.getBoundedness();
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return kafka.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws IOException {
    return kafka.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return new PartitionSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return kafka.getEnumeratorCheckpointSerializer();
  }

  @Override
  public TypeInformation<Gated> getProducedType() {
    return ValueType.chained(Gated.class);
  }
}
