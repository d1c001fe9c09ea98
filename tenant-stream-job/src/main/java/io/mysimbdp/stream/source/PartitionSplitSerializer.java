package io.mysimbdp.stream.source;

import io.mysimbdp.stream.gate.PartitionState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Splits in checkpoints: Kafka's own form, then the partition's state if there is one yet. */
final class PartitionSplitSerializer implements SimpleVersionedSerializer<KafkaPartitionSplit> {
  private final KafkaPartitionSplitSerializer kafka = new KafkaPartitionSplitSerializer();

  @Override
  public int getVersion() {
    return 1;
  }

  @Override
  public byte[] serialize(KafkaPartitionSplit split) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] plain = kafka.serialize(split);
    out.writeInt(kafka.getVersion());
    out.writeInt(plain.length);
    out.write(plain);
    PartitionState state = split instanceof PartitionSplit own ? own.state() : null;
    out.writeBoolean(state != null);
    if (state != null) {
      state.write(out);
    }
    return bytes.toByteArray();
  }

  @Override
  public KafkaPartitionSplit deserialize(int version, byte[] serialized) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
    int kafkaVersion = in.readInt();
    byte[] plain = new byte[in.readInt()];
    in.readFully(plain);
    KafkaPartitionSplit split = kafka.deserialize(kafkaVersion, plain);
    return in.readBoolean() ? new PartitionSplit(split, PartitionState.read(in)) : split;
  }
}
