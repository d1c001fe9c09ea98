package io.mysimbdp.stream.transaction;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Writes prepared transactions into checkpoints: the note, then what the connector writes. Reads
 * also what the connector alone has written.
 *
 * @param <C> how the connector knows a transaction
 */
final class PreparedSerializer<C> implements SimpleVersionedSerializer<Prepared<C>> {
  /** Far above the connector's own versions. */
  private static final int VERSION = 1001;

  private final SimpleVersionedSerializer<C> connector;

  PreparedSerializer(SimpleVersionedSerializer<C> connector) {
    this.connector = connector;
  }

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Prepared<C> prepared) throws IOException {
    byte[] transaction = connector.serialize(prepared.transaction());
    DataOutputSerializer out = new DataOutputSerializer(transaction.length + 256);
    prepared.contents().write(out);
    out.writeInt(connector.getVersion());
    out.writeInt(transaction.length);
    out.write(transaction);
    return out.getCopyOfBuffer();
  }

  @Override
  public Prepared<C> deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      return new Prepared<>(connector.deserialize(version, bytes), Contents.UNKNOWN);
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    Contents contents = Contents.read(in);
    int connectorVersion = in.readInt();
    byte[] transaction = new byte[in.readInt()];
    in.readFully(transaction);
    return new Prepared<>(connector.deserialize(connectorVersion, transaction), contents);
  }
}
