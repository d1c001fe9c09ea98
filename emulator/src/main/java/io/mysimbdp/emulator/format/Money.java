package io.mysimbdp.emulator.format;

/** Amounts of dollars as some exports write them: {@code $8.75}, {@code $1,234.50}. */
final class Money {
  private Money() {}

  /**
   * The JSON number that an amount stands for, with its digits as they are.
   *
   * @return null if this is no amount with a dollar sign
   */
  static byte[] number(byte[] data, int from, int to) {
    int at = from;
    byte[] number = new byte[to - from];
    int length = 0;
    if (at < to && data[at] == '-') {
      number[length++] = data[at++];
    }
    if (at == to || data[at] != '$') {
      return null;
    }
    at++;
    int group = 0;
    boolean grouped = false;
    while (at < to && data[at] != '.') {
      if (data[at] == ',') {
        if (grouped ? group != 3 : group == 0 || group > 3) {
          return null;
        }
        grouped = true;
        group = 0;
      } else {
        group++;
        number[length++] = data[at];
      }
      at++;
    }
    if (grouped && group != 3) {
      return null;
    }
    while (at < to) {
      number[length++] = data[at++];
    }
    return JsonNumbers.isNumber(number, 0, length) ? java.util.Arrays.copyOf(number, length) : null;
  }
}
