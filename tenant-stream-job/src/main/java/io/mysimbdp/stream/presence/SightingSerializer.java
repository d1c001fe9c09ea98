package io.mysimbdp.stream.presence;

import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Sightings on the wire between source and {@link Whereabouts}. */
public final class SightingSerializer extends ValueSerializer<Sighting> {
  private static final long serialVersionUID = 1L;

  public static final SightingSerializer INSTANCE = new SightingSerializer();

  @Override
  public void serialize(Sighting sighting, DataOutputView target) throws IOException {
    GroupKeySerializer.INSTANCE.serialize(sighting.entity(), target);
    GroupKeySerializer.INSTANCE.serialize(sighting.place(), target);
    target.writeLong(sighting.time());
  }

  @Override
  public Sighting deserialize(DataInputView source) throws IOException {
    return new Sighting(
        GroupKeySerializer.INSTANCE.deserialize(source),
        GroupKeySerializer.INSTANCE.deserialize(source),
        source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<Sighting> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Written with state that holds sightings. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Sighting> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
