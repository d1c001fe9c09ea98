package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.type.GroupKeySerializer;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * All records of one entity at one instant. They meet in any order: where they name several places,
 * the greatest holds.
 *
 * @param place a {@link DatasetKey}
 * @param records how many there are, those of places that do not hold included
 */
record Observation(GroupKey place, long records) {

  /** The observation with one more record. */
  Observation plus(GroupKey where) {
    boolean holds = compare(DatasetKey.name(where), DatasetKey.name(place)) > 0;
    return new Observation(holds ? where : place, records + 1);
  }

  /** Text by UTF-16 unit, numbers and times by size, false before true. */
  private static int compare(Object a, Object b) {
    if (a instanceof String text) {
      return text.compareTo((String) b);
    }
    if (a instanceof Long number) {
      return number.compareTo((Long) b);
    }
    return ((Boolean) a).compareTo((Boolean) b);
  }

  byte[] toBytes() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    GroupKeySerializer.INSTANCE.serialize(place, out);
    out.writeLong(records);
    return out.getCopyOfBuffer();
  }

  static Observation read(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new Observation(GroupKeySerializer.INSTANCE.deserialize(in), in.readLong());
  }
}
