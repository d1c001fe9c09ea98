package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.random.Dice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The text of one line, made with few intermediate objects. */
final class RowText {
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

  RowText comma() {
    data[length++] = ',';
    return this;
  }

  RowText bytes(byte[] bytes) {
    if (length + bytes.length + 64 > data.length) {
      data = Arrays.copyOf(data, data.length * 2 + bytes.length);
    }
    System.arraycopy(bytes, 0, data, length, bytes.length);
    length += bytes.length;
    return this;
  }

  RowText number(long value) {
    return bytes(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
  }

  /** ASCII text. */
  RowText text(String ascii) {
    return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** A whole number of so many digits at least, with leading zeros. */
  RowText padded(long value, int digits) {
    String number = Long.toString(value);
    return text("0".repeat(Math.max(0, digits - number.length()))).text(number);
  }

  /** So many lower-case hexadecimal digits that belong to a seed. */
  RowText hex(long seed, int digits) {
    Dice dice = new Dice(seed);
    for (int left = digits; left > 0; left -= 16) {
      String part = HexFormat.of().toHexDigits(dice.next());
      text(part.substring(0, Math.min(16, left)));
    }
    return this;
  }

  /** A name of 44 base64 characters that belongs to a seed, as traces write what they hide. */
  RowText hidden(long seed) {
    Dice dice = new Dice(seed);
    ByteBuffer hash = ByteBuffer.allocate(32);
    while (hash.hasRemaining()) {
      hash.putLong(dice.next());
    }
    return bytes(Base64.getEncoder().encode(hash.array()));
  }

  /** A number of millionths, with up to six decimals and no trailing zeros, as in the trace. */
  RowText millionths(int value) {
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
