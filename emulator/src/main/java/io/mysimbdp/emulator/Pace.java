package io.mysimbdp.emulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast records are sent. */
public sealed interface Pace {

  /**
   * When a record is due, in seconds after the first.
   *
   * @param sent how many records come before it
   * @param eventSeconds by how much its event time is after that of the first
   */
  double dueSeconds(long sent, double eventSeconds);

  /** As fast as they can be read and stored. */
  record Unlimited() implements Pace {
    @Override
    public double dueSeconds(long sent, double eventSeconds) {
      return 0;
    }
  }

  /** So many records in a second of wall-clock time, evenly. */
  record PerSecond(double records) implements Pace {
    public PerSecond {
      positive(records);
    }

    @Override
    public double dueSeconds(long sent, double eventSeconds) {
      return sent / records;
    }
  }

  /** So many seconds of event time in a second of wall-clock time; 1 is real time. */
  record TimesRealTime(double factor) implements Pace {
    public TimesRealTime {
      positive(factor);
    }

    @Override
    public double dueSeconds(long sent, double eventSeconds) {
      return eventSeconds / factor;
    }
  }

  /**
   * Reads {@code max}, {@code 5000} (records a second) or {@code 60x} (times real time).
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Pace parse(String text) {
    if (text.equals("max")) {
      return new Unlimited();
    }
    Matcher matcher = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(x?)").matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no rate; write max, a number of records a second such as 5000, or a multiple"
              + " of real time such as 60x");
    }
    double number = Double.parseDouble(matcher.group(1));
    return matcher.group(2).isEmpty() ? new PerSecond(number) : new TimesRealTime(number);
  }

  private static void positive(double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a rate is more than 0, not " + value);
    }
  }
}
