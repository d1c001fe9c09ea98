package io.mysimbdp.stream.presence;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * All moves of one place at one instant.
 *
 * @param arrived how many entities came
 * @param departed how many went
 * @param records the raw records that the arrivals stand for
 */
record Tally(long arrived, long departed, long records) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Move move) {
    return new Tally(
        arrived + (move.arrival() ? 1 : 0),
        departed + (move.arrival() ? 0 : 1),
        records + move.records());
  }

  byte[] toBytes() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(24);
    out.writeLong(arrived);
    out.writeLong(departed);
    out.writeLong(records);
    return out.getCopyOfBuffer();
  }

  static Tally read(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new Tally(in.readLong(), in.readLong(), in.readLong());
  }
}
