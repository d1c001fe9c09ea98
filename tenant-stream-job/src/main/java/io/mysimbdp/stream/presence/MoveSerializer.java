package io.mysimbdp.stream.presence;

import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Moves on the wire between {@link Whereabouts} and {@link Occupancy}. */
public final class MoveSerializer extends ValueSerializer<Move> {
  private static final long serialVersionUID = 1L;

  public static final MoveSerializer INSTANCE = new MoveSerializer();

  @Override
  public void serialize(Move move, DataOutputView target) throws IOException {
    GroupKeySerializer.INSTANCE.serialize(move.place(), target);
    target.writeLong(move.instant());
    target.writeBoolean(move.arrival());
    target.writeLong(move.records());
  }

  @Override
  public Move deserialize(DataInputView source) throws IOException {
    return new Move(
        GroupKeySerializer.INSTANCE.deserialize(source),
        source.readLong(),
        source.readBoolean(),
        source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<Move> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Written with state that holds moves. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Move> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
