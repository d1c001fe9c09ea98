package io.mysimbdp.stream.type;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.Values;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Group keys, each value with its type before it, so that keys in old state can be read without the
 * definition that made them.
 */
public final class GroupKeySerializer extends ValueSerializer<GroupKey> {
  private static final long serialVersionUID = 1L;

  public static final GroupKeySerializer INSTANCE = new GroupKeySerializer();

  @Override
  public void serialize(GroupKey key, DataOutputView target) throws IOException {
    target.writeShort(key.rollup());
    target.writeByte(key.size());
    for (int i = 0; i < key.size(); i++) {
      ColumnType type = typeOf(key.value(i));
      target.writeByte(type.name().charAt(0));
      Values.write(target, type, key.value(i));
    }
  }

  @Override
  public GroupKey deserialize(DataInputView source) throws IOException {
    int rollup = source.readShort();
    Object[] values = new Object[source.readUnsignedByte()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Values.read(source, type(source.readUnsignedByte()));
    }
    return new GroupKey(rollup, values);
  }

  /** A null and a TIMESTAMP need no type of their own here. */
  private static ColumnType typeOf(Object value) {
    if (value instanceof Long) {
      return ColumnType.LONG;
    }
    if (value instanceof Double) {
      return ColumnType.DOUBLE;
    }
    return value instanceof Boolean ? ColumnType.BOOLEAN : ColumnType.TEXT;
  }

  private static ColumnType type(int letter) throws IOException {
    return switch (letter) {
      case 'T' -> ColumnType.TEXT;
      case 'L' -> ColumnType.LONG;
      case 'D' -> ColumnType.DOUBLE;
      case 'B' -> ColumnType.BOOLEAN;
      default -> throw new IOException("no column type has the letter " + letter);
    };
  }

  @Override
  public TypeSerializerSnapshot<GroupKey> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Written with the state, so that it can be read back. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<GroupKey> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
