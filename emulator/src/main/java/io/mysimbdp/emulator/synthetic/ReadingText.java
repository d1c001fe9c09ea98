package io.mysimbdp.emulator.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of one reading, made without intermediate objects. */
final class ReadingText {
  private static final int MILLION = 1_000_000;

  private byte[] data = new byte[256];
  private int length;

  void clear() {
    length = 0;
  }

  byte[] data() {
    return data;
  }

  int length() {
    return length;
  }

  ReadingText comma() {
    data[length++] = ',';
    return this;
  }

  ReadingText bytes(byte[] bytes) {
    if (length + bytes.length + 64 > data.length) {
      data = Arrays.copyOf(data, data.length * 2 + bytes.length);
    }
    System.arraycopy(bytes, 0, data, length, bytes.length);
    length += bytes.length;
    return this;
  }

  ReadingText number(long value) {
    return bytes(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
  }

  /** A number of millionths, with up to six decimals and no trailing zeros, as in the trace. */
  ReadingText millionths(int value) {
    int whole = value / MILLION;
    int rest = value % MILLION;
    number(whole);
    if (rest == 0) {
      return this;
    }
    data[length++] = '.';
    for (int unit = MILLION / 10; rest > 0; unit /= 10) {
      data[length++] = (byte) ('0' + rest / unit);
      rest %= unit;
    }
    return this;
  }
}
