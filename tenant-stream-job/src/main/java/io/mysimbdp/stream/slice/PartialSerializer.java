package io.mysimbdp.stream.slice;

import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Partials on the wire between source and slices. */
public final class PartialSerializer extends ValueSerializer<Partial> {
  private static final long serialVersionUID = 1L;

  public static final PartialSerializer INSTANCE = new PartialSerializer();

  @Override
  public void serialize(Partial partial, DataOutputView target) throws IOException {
    GroupKeySerializer.INSTANCE.serialize(partial.key(), target);
    target.writeLong(partial.slice());
    target.writeLong(partial.firstEnd());
    target.writeInt(partial.accumulator().length);
    target.write(partial.accumulator());
  }

  @Override
  public Partial deserialize(DataInputView source) throws IOException {
    var key = GroupKeySerializer.INSTANCE.deserialize(source);
    long slice = source.readLong();
    long firstEnd = source.readLong();
    byte[] accumulator = new byte[source.readInt()];
    source.readFully(accumulator);
    return new Partial(key, slice, firstEnd, accumulator);
  }

  @Override
  public TypeSerializerSnapshot<Partial> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Written with state that holds partials. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Partial> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
