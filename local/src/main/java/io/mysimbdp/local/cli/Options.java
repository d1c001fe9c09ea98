package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Checks what the user has written. */
final class Options {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  private Options() {}

  /** The value, whose reader says by an exception that the text is wrong. */
  static <T> T wrongUse(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      throw Failure.wrongUse(e.getMessage());
    }
  }

  /** Reads times such as {@code 2019-01-01T00:00:00Z}. */
  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time; write such as 2019-01-01T00:00:00Z");
    }
  }

  /** Reads durations such as {@code 500ms}, {@code 90s}, {@code 10m}, {@code 2h} and {@code 7d}. */
  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no duration; write such as 500ms, 90s, 10m, 2h or 7d");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  static void positive(String option, Integer value) {
    if (value != null && value < 1) {
      throw Failure.wrongUse(option + " must be 1 or more, not " + value);
    }
  }

  static Order order(String text) {
    return switch (text) {
      case "event-time" -> Order.EVENT_TIME;
      case "file" -> Order.FILE;
      default -> throw Failure.wrongUse("--order is event-time or file, not '" + text + "'");
    };
  }

  /** Creates the directory, so that what is wrong with it shows before a long run. */
  static void writable(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw Failure.wrongUse("cannot create the directory " + directory + ": " + e.getMessage());
    }
    if (!Files.isWritable(directory)) {
      throw Failure.wrongUse("cannot write to the directory " + directory);
    }
  }
}
