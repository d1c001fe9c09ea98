package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.type.GroupKeySerializer;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * An entity's stay in a place that is not over.
 *
 * @param place a {@link DatasetKey}
 * @param arrived instant of its first observation, milliseconds since the epoch
 * @param events how many observations it has
 * @param records how many raw records these stand for
 */
record Stay(GroupKey place, long arrived, long events, long records) {

  /** The stay that an observation begins. */
  static Stay begin(Observation observation, long instant) {
    return new Stay(observation.place(), instant, 1, observation.records());
  }

  /** The same stay with one more observation. */
  Stay plus(Observation observation) {
    return new Stay(place, arrived, events + 1, records + observation.records());
  }

  byte[] toBytes() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    GroupKeySerializer.INSTANCE.serialize(place, out);
    out.writeLong(arrived);
    out.writeLong(events);
    out.writeLong(records);
    return out.getCopyOfBuffer();
  }

  static Stay read(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new Stay(
        GroupKeySerializer.INSTANCE.deserialize(in), in.readLong(), in.readLong(), in.readLong());
  }
}
