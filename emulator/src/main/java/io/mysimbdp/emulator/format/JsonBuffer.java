package io.mysimbdp.emulator.format;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON text in the making, as UTF-8 bytes. */
final class JsonBuffer {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private byte[] bytes = new byte[256];
  private int length;

  void clear() {
    length = 0;
  }

  void append(byte[] data) {
    append(data, 0, data.length);
  }

  void append(byte[] data, int from, int to) {
    int count = to - from;
    room(count);
    System.arraycopy(data, from, bytes, length, count);
    length += count;
  }

  void append(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  /** Appends valid UTF-8 as a JSON string. */
  void appendString(byte[] data, int from, int to) {
    append('"');
    if (isPlain(data, from, to)) {
      append(data, from, to);
    } else {
      append(ENCODER.quoteAsUTF8(new String(data, from, to - from, StandardCharsets.UTF_8)));
    }
    append('"');
  }

  /** Whether the bytes are ASCII that stands in a JSON string as it is. */
  private static boolean isPlain(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = data[i];
      if (b < ' ' || b == '"' || b == '\\') {
        return false;
      }
    }
    return true;
  }

  String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
