package io.mysimbdp.emulator.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers as text: which are JSON numbers, and what a whole one is worth. */
final class JsonNumbers {
  private JsonNumbers() {}

  /** Whether these bytes are a number as RFC 8259 writes it: no sign +, no leading zero, no NaN. */
  static boolean isNumber(byte[] data, int from, int to) {
    int at = from;
    if (at < to && data[at] == '-') {
      at++;
    }
    int whole = digits(data, at, to);
    if (whole == at || (data[at] == '0' && whole > at + 1)) {
      return false;
    }
    at = whole;
    if (at < to && data[at] == '.') {
      int fraction = digits(data, at + 1, to);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    if (at < to && (data[at] == 'e' || data[at] == 'E')) {
      at++;
      if (at < to && (data[at] == '+' || data[at] == '-')) {
        at++;
      }
      int exponent = digits(data, at, to);
      if (exponent == at) {
        return false;
      }
      at = exponent;
    }
    return at == to;
  }

  private static int digits(byte[] data, int from, int to) {
    int at = from;
    while (at < to && data[at] >= '0' && data[at] <= '9') {
      at++;
    }
    return at;
  }

  /**
   * The whole number that a JSON number stands for, also if it is written as {@code 300.0} or
   * {@code 3e2}.
   *
   * @throws ArithmeticException if it is not whole or needs more than 64 bits
   */
  static long wholeNumber(byte[] data, int from, int to) {
    if (to - from <= 18 && digits(data, from, to) == to) {
      long value = 0;
      for (int i = from; i < to; i++) {
        value = value * 10 + (data[i] - '0');
      }
      return value;
    }
    BigDecimal number;
    try {
      number = new BigDecimal(new String(data, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      ArithmeticException outside = new ArithmeticException("exponent out of range");
      outside.initCause(e);
      throw outside;
    }
    return number.longValueExact();
  }
}
