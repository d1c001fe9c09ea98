package io.mysimbdp.emulator.input;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as people number them: digits count by their value, so that part-9 comes before part-10.
 */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder NAMES = new NaturalOrder();

  private static final Pattern PARTS = Pattern.compile("0*(\\d+)|\\D+");

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    Matcher left = PARTS.matcher(a);
    Matcher right = PARTS.matcher(b);
    while (true) {
      boolean more = left.find();
      if (!right.find()) {
        return more ? 1 : a.compareTo(b);
      }
      if (!more) {
        return -1;
      }
      int order = part(left, right);
      if (order != 0) {
        return order;
      }
    }
  }

  private static int part(Matcher left, Matcher right) {
    String a = left.group(1);
    String b = right.group(1);
    if (a == null || b == null) {
      return left.group().compareTo(right.group());
    }
    int order = Integer.compare(a.length(), b.length());
    return order != 0 ? order : a.compareTo(b);
  }
}
