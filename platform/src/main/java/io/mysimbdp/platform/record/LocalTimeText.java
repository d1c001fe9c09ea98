package io.mysimbdp.platform.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * Local dates and times written after a pattern of {@link DateTimeFormatter}: English names, AM and
 * PM in any case, no date or time that does not exist in the calendar. A time that the clocks of
 * the zone repeat means the earlier instant; one that they skip is moved on by the gap. Not
 * thread-safe.
 */
public final class LocalTimeText {
  /** What {@link #parse} returns for a text that is not written after the pattern. */
  public static final long UNREADABLE = Long.MIN_VALUE;

  private static final LocalDateTime SAMPLE = LocalDateTime.of(2019, 11, 21, 13, 14, 15);
  private static final long[] STEPS = {1000, 60_000, 3_600_000};

  /** A power of two; times of a stream are near each other, so most texts come again soon. */
  private static final int REMEMBERED = 1 << 8;

  private final DateTimeFormatter formatter;
  private final ZoneId zone;
  private final String[] texts = new String[REMEMBERED];
  private final long[] times = new long[REMEMBERED];

  /**
   * Texts after a pattern that has no {@link #problem}.
   *
   * @param zone whose clocks show the times
   */
  public LocalTimeText(String pattern, ZoneId zone) {
    this.formatter = formatter(pattern);
    this.zone = zone;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        // A year without an era is one of ours; strict resolution would leave it undecided.
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.US)
        .withChronology(IsoChronology.INSTANCE)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** What is wrong with a pattern, if it is not one of a local date and time. */
  public static Optional<String> problem(String pattern) {
    DateTimeFormatter formatter;
    try {
      formatter = formatter(pattern);
    } catch (IllegalArgumentException e) {
      return Optional.of("'" + pattern + "' is no pattern of a date and time: " + e.getMessage());
    }
    try {
      TemporalAccessor read = formatter.parse(formatter.format(SAMPLE));
      LocalDate date = read.query(TemporalQueries.localDate());
      LocalTime time = read.query(TemporalQueries.localTime());
      if (date == null || time == null) {
        return Optional.of(
            "'%s' gives no %s; a pattern such as \"yyyy-MM-dd HH:mm:ss\" gives a date and a time of day"
                .formatted(pattern, date == null ? "date" : "time of day"));
      }
      if (!date.equals(SAMPLE.toLocalDate()) || time.getHour() != SAMPLE.getHour()) {
        return Optional.of(
            "'%s' does not read back what it writes: %s becomes %s"
                .formatted(pattern, SAMPLE, LocalDateTime.of(date, time)));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(
          "'%s' asks for more than a local date and time, such as a zone: %s"
              .formatted(pattern, e.getMessage()));
    }
  }

  /** The instant that a text means, milliseconds since the epoch, or {@link #UNREADABLE}. */
  public long parse(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
    if (!text.equals(texts[slot])) {
      times[slot] = read(text);
      texts[slot] = text;
    }
    return times[slot];
  }

  private long read(String text) {
    try {
      return formatter.parse(text, LocalDateTime::from).atZone(zone).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      return UNREADABLE;
    }
  }

  /**
   * What the clocks of the zone show then, down to what the pattern can say.
   *
   * @param millis since the epoch
   * @throws DateTimeException if the pattern cannot say it, such as a year of five digits
   */
  public String format(long millis) {
    return formatter.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone));
  }

  /** The shortest step, of those in use, that the pattern can tell apart, in milliseconds. */
  public long step() {
    for (long step : STEPS) {
      String next = formatter.format(SAMPLE.plusNanos(step * 1_000_000));
      if (!next.equals(formatter.format(SAMPLE))) {
        return step;
      }
    }
    return 86_400_000;
  }
}
