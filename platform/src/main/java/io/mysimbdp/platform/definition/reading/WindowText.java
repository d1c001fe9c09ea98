package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.window.Grid;
import io.mysimbdp.platform.window.Windows;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Reads {@code window: {tumbling: 3m}}, {@code window: {sliding: 15m, every: 5m}} and {@code
 * window: {cumulative: 1d, every: 10s}}.
 */
final class WindowText {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long MAX_SLICES = 1000;
  private static final List<String> KINDS = List.of("tumbling", "sliding", "cumulative");
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.optional("tumbling"),
          Section.Key.optional("sliding"),
          Section.Key.optional("cumulative"),
          Section.Key.optional("every"));
  private static final String FORMS =
      "{tumbling: 3m}, {sliding: 15m, every: 5m} or {cumulative: 1d, every: 10s}";

  private WindowText() {}

  /** A length of the window that is read, and where it stands. */
  private record Length(Value value, Duration duration) {
    long millis() {
      return duration.toMillis();
    }

    String text() {
      return DurationText.format(duration);
    }

    void report(String message) {
      value.report(message);
    }
  }

  /**
   * Reads windows.
   *
   * @param zone in which they start at midnight
   */
  static Optional<Windows> read(Value value, ZoneId zone) {
    Section section = Section.open(value, value, "a window", KEYS);
    List<String> kinds = KINDS.stream().filter(section::has).toList();
    boolean overlaps = !kinds.equals(List.of("tumbling"));
    if (value.isMapping() && (kinds.size() != 1 || overlaps != section.has("every"))) {
      value.report("a window is either " + FORMS);
      return Optional.empty();
    }
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    Optional<Length> size = length(section, kinds.get(0));
    Optional<Length> every = overlaps ? length(section, "every") : size;
    if (size.isEmpty() || every.isEmpty() || !fit(size.get(), every.get())) {
      return Optional.empty();
    }
    return kinds.get(0).equals("cumulative")
        ? cumulative(size.get(), every.get(), zone)
        : sliding(size.get(), every.get(), zone);
  }

  private static Optional<Length> length(Section section, String key) {
    return section
        .get(key)
        .flatMap(v -> v.duration(Duration.ofMillis(1)).map(duration -> new Length(v, duration)));
  }

  private static boolean fit(Length size, Length every) {
    if (every.millis() > size.millis()) {
      every.report(
          "windows of "
              + size.text()
              + " every "
              + every.text()
              + " would leave gaps; 'every' is at most the window's length");
      return false;
    }
    return dividesADay(every);
  }

  private static boolean dividesADay(Length length) {
    if (DAY % length.millis() != 0) {
      length.report(
          length.text()
              + " does not divide 24h, so windows would start at other times every day; near"
              + " it do: "
              + nearestDivisors(length.millis()));
      return false;
    }
    return true;
  }

  private static Optional<Windows> sliding(Length size, Length every, ZoneId zone) {
    boolean even = size.millis() % every.millis() == 0;
    if (!even && !Grid.isUtc(zone)) {
      every.report(
          every.text()
              + " does not divide "
              + size.text()
              + ", which it must in a time zone other than UTC");
      return Optional.empty();
    }
    Windows windows = Windows.sliding(size.duration(), every.duration(), zone);
    long slice = even ? every.millis() : windows.sliceEnd(0) - windows.sliceStart(0);
    long slices = size.millis() / slice;
    if (slices > MAX_SLICES) {
      every.report(
          "a window would be put together from "
              + slices
              + " slices of "
              + DurationText.format(Duration.ofMillis(slice))
              + "; at most "
              + MAX_SLICES
              + " are allowed; choose lengths with a larger common divisor");
      return Optional.empty();
    }
    return Optional.of(windows);
  }

  /** A running total costs the same however many steps there are. */
  private static Optional<Windows> cumulative(Length period, Length every, ZoneId zone) {
    if (!dividesADay(period)) {
      return Optional.empty();
    }
    if (period.millis() % every.millis() != 0) {
      every.report(
          every.text() + " does not divide " + period.text() + ", so the last step would be short");
      return Optional.empty();
    }
    return Optional.of(Windows.cumulative(period.duration(), every.duration(), zone));
  }

  /** The nearest lengths that divide a day, counted in the largest unit that fits this one. */
  private static String nearestDivisors(long length) {
    long unit = 1;
    for (long larger : new long[] {1000, 60_000, 3_600_000}) {
      unit = length % larger == 0 ? larger : unit;
    }
    long below = Math.min(length, DAY);
    while (below > unit && DAY % below != 0) {
      below -= unit;
    }
    long above = Math.min(length, DAY);
    while (DAY % above != 0) {
      above += unit;
    }
    return LongStream.of(below, above)
        .distinct()
        .mapToObj(millis -> DurationText.format(Duration.ofMillis(millis)))
        .collect(Collectors.joining(", "));
  }
}
