package io.mysimbdp.stream.output;

import io.mysimbdp.stream.type.ValueSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Rows and closings on the wire between their makers and the sink. */
public final class SinkInputSerializer extends ValueSerializer<SinkInput> {
  private static final long serialVersionUID = 1L;
  private static final int CLOSING = -1;
  private static final int UNCHANGED = -2;

  public static final SinkInputSerializer INSTANCE = new SinkInputSerializer();

  @Override
  public void serialize(SinkInput input, DataOutputView target) throws IOException {
    if (input instanceof SinkInput.Closing closing) {
      target.writeShort(CLOSING);
      ClosedSerializer.write(target, closing.partition());
    } else if (input instanceof SinkInput.Unchanged unchanged) {
      target.writeShort(UNCHANGED);
      target.writeShort(unchanged.topic());
      target.writeLong(unchanged.close());
      target.writeLong(unchanged.records());
    } else {
      SinkInput.Outgoing outgoing = (SinkInput.Outgoing) input;
      target.writeShort(outgoing.topic());
      writeBytes(target, outgoing.key());
      writeBytes(target, outgoing.value());
      target.writeLong(outgoing.records());
      target.writeLong(outgoing.windowEnd());
      target.writeUTF(outgoing.dataset());
      target.writeUTF(outgoing.position());
    }
  }

  @Override
  public SinkInput deserialize(DataInputView source) throws IOException {
    int topic = source.readShort();
    if (topic == CLOSING) {
      return new SinkInput.Closing(ClosedSerializer.read(source));
    }
    if (topic == UNCHANGED) {
      return new SinkInput.Unchanged(source.readShort(), source.readLong(), source.readLong());
    }
    return new SinkInput.Outgoing(
        topic,
        readBytes(source),
        readBytes(source),
        source.readLong(),
        source.readLong(),
        source.readUTF(),
        source.readUTF());
  }

  private static void writeBytes(DataOutputView target, byte[] bytes) throws IOException {
    target.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      target.write(bytes);
    }
  }

  private static byte[] readBytes(DataInputView source) throws IOException {
    int length = source.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    source.readFully(bytes);
    return bytes;
  }

  @Override
  public TypeSerializerSnapshot<SinkInput> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Written with state that holds such records. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SinkInput> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
