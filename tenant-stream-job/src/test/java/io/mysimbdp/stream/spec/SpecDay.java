package io.mysimbdp.stream.spec;

import io.mysimbdp.platform.record.Timestamps;
import java.util.regex.Pattern;

/** The day on which specs play. Its instants are written short: 00:00:10, in UTC. */
final class SpecDay {
  static final String MIDNIGHT = "2024-01-01T00:00:00Z";
  private static final Pattern LONG =
      Pattern.compile("2024-01-01T(\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?)Z");

  private SpecDay() {}

  /** The text with its instants of that day written short. */
  static String shorten(String text) {
    return LONG.matcher(text).replaceAll("$1");
  }

  /** Milliseconds since the epoch of an instant that may be written short. */
  static long millis(Object instant) {
    String text = String.valueOf(instant);
    return Timestamps.parse(text.length() < 16 ? "2024-01-01T" + text + "Z" : text);
  }
}
