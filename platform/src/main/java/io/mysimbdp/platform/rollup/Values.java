package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.record.ColumnType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Column values in binary form; {@link DataOutput#writeUTF} would end at 64 KiB. */
public final class Values {
  private Values() {}

  /** Writes a value that may be null, as {@link io.mysimbdp.platform.record.Row#get} gives it. */
  public static void write(DataOutput out, ColumnType type, Object value) throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    switch (type) {
      case TEXT -> writeText(out, (String) value);
      case LONG, TIMESTAMP -> out.writeLong((Long) value);
      case DOUBLE -> out.writeDouble((Double) value);
      case BOOLEAN -> out.writeBoolean((Boolean) value);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Object read(DataInput in, ColumnType type) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    return switch (type) {
      case TEXT -> readText(in);
      case LONG, TIMESTAMP -> (Object) in.readLong();
      case DOUBLE -> (Object) in.readDouble();
      case BOOLEAN -> (Object) in.readBoolean();
    };
  }

  /** Writes a text of any length. */
  public static void writeText(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #writeText} wrote. */
  public static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * The order of two values of one type; doubles as {@link Double#compare}, text by UTF-16 unit.
   */
  public static int compare(Object a, Object b) {
    if (a instanceof String text) {
      return text.compareTo((String) b);
    }
    if (a instanceof Long number) {
      return number.compareTo((Long) b);
    }
    if (a instanceof Double number) {
      return number.compareTo((Double) b);
    }
    return ((Boolean) a).compareTo((Boolean) b);
  }
}
