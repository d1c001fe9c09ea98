package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.window.Windows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code window: {tumbling: 3m}} and {@code window: {sliding: 15m, every: 5m}}. */
final class WindowText {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long MAX_SLICES = 1000;
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.optional("tumbling"),
          Section.Key.optional("sliding"),
          Section.Key.optional("every"));
  private static final String FORMS = "{tumbling: 3m} or {sliding: 15m, every: 5m}";

  private WindowText() {}

  static Optional<Windows> read(Value value) {
    Section section = Section.open(value, value, "a window", KEYS);
    boolean tumbling = section.has("tumbling");
    boolean sliding = section.has("sliding");
    if (value.isMapping() && (tumbling == sliding || sliding != section.has("every"))) {
      value.report("a window is either " + FORMS);
      return Optional.empty();
    }
    String sizeKey = tumbling ? "tumbling" : "sliding";
    Duration least = Duration.ofMillis(1);
    Optional<Duration> size = section.get(sizeKey).flatMap(v -> v.duration(least));
    Optional<Duration> slide =
        tumbling ? size : section.get("every").flatMap(v -> v.duration(least));
    if (size.isEmpty() || slide.isEmpty()) {
      return Optional.empty();
    }
    return check(
        section.get(tumbling ? "tumbling" : "every").orElseThrow(),
        size.get().toMillis(),
        slide.get().toMillis());
  }

  private static Optional<Windows> check(Value value, long size, long slide) {
    String slideText = DurationText.format(Duration.ofMillis(slide));
    if (slide > size) {
      value.report(
          "windows of "
              + DurationText.format(Duration.ofMillis(size))
              + " every "
              + slideText
              + " would leave gaps; 'every' is at most the window's length");
      return Optional.empty();
    }
    if (DAY % slide != 0) {
      value.report(
          slideText
              + " does not divide 24h, so windows would start at other times every day; near"
              + " it do: "
              + nearestDivisors(slide));
      return Optional.empty();
    }
    Windows windows = new Windows(size, slide);
    long slices = size / windows.slice();
    if (slices > MAX_SLICES) {
      value.report(
          "a window would be put together from "
              + slices
              + " slices of "
              + DurationText.format(Duration.ofMillis(windows.slice()))
              + "; at most "
              + MAX_SLICES
              + " are allowed; choose lengths with a larger common divisor");
      return Optional.empty();
    }
    return Optional.of(windows);
  }

  /** The nearest lengths that divide a day, counted in the largest unit that fits this one. */
  private static String nearestDivisors(long slide) {
    long unit = 1;
    for (long larger : new long[] {1000, 60_000, 3_600_000}) {
      unit = slide % larger == 0 ? larger : unit;
    }
    long below = slide;
    while (below > unit && DAY % below != 0) {
      below -= unit;
    }
    long above = Math.min(slide, DAY);
    while (DAY % above != 0) {
      above += unit;
    }
    return DurationText.format(Duration.ofMillis(below))
        + ", "
        + DurationText.format(Duration.ofMillis(above));
  }
}
