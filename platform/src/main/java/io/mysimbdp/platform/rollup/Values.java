package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.record.ColumnType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
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
      case TEXT, SKETCH -> writeText(out, (String) value);
      case LONG, TIMESTAMP -> out.writeLong((Long) value);
      case DOUBLE -> out.writeDouble((Double) value);
      case BOOLEAN -> out.writeBoolean((Boolean) value);
      case DECIMAL -> writeDecimal(out, (BigDecimal) value);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Object read(DataInput in, ColumnType type) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    return switch (type) {
      case TEXT, SKETCH -> readText(in);
      case LONG, TIMESTAMP -> (Object) in.readLong();
      case DOUBLE -> (Object) in.readDouble();
      case BOOLEAN -> (Object) in.readBoolean();
      case DECIMAL -> readDecimal(in);
    };
  }

  private static void writeDecimal(DataOutput out, BigDecimal value) throws IOException {
    out.writeInt(value.scale());
    writeBytes(out, value.unscaledValue().toByteArray());
  }

  private static BigDecimal readDecimal(DataInput in) throws IOException {
    int scale = in.readInt();
    return new BigDecimal(new BigInteger(readBytes(in)), scale);
  }

  /** Writes a text of any length. */
  public static void writeText(DataOutput out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #writeText} wrote. */
  public static String readText(DataInput in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  /** Writes bytes and how many they are. */
  static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #writeBytes} wrote. */
  static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
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
    if (a instanceof BigDecimal number) {
      return number.compareTo((BigDecimal) b);
    }
    return ((Boolean) a).compareTo((Boolean) b);
  }
}
