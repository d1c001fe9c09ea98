package io.mysimbdp.platform.record;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Times as they stand on topics and in exports: ISO-8601 in UTC, {@code 2019-01-01T00:03:00Z}. */
public final class Timestamps {
  private Timestamps() {}

  /** Milliseconds since the epoch as text; fractions of a second only where there are any. */
  public static String format(long millis) {
    return DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochMilli(millis));
  }

  /**
   * The milliseconds since the epoch that a text stands for.
   *
   * @throws java.time.DateTimeException if it is no such text
   */
  public static long parse(String text) {
    return Instant.parse(text).toEpochMilli();
  }
}
