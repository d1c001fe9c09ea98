package io.mysimbdp.platform.window;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The boundaries of a step on the clocks of a time zone: the instants at which local time is a
 * multiple of the step, counted from local midnight. When clocks are set back, a repeated time is a
 * boundary both times; when they are set forward, a boundary that is skipped falls on the change.
 *
 * <p>Instants are milliseconds since the epoch. Immutable but for a cache; may be shared by
 * threads.
 */
public final class Grid implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final long step;
  private final ZoneId zone;

  /** The stretch looked at last, as times follow each other; a race only costs a look-up. */
  private transient Stretch last;

  /**
   * A grid.
   *
   * @param step divides 24 hours
   */
  public Grid(Duration step, ZoneId zone) {
    this.step = step.toMillis();
    this.zone = zone;
    if (this.step <= 0 || DAY % this.step != 0) {
      throw new IllegalArgumentException(step + " does not divide 24 hours");
    }
  }

  /** Whether the clocks of a zone always show UTC. */
  public static boolean isUtc(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).getTotalSeconds() == 0;
  }

  /**
   * The time between two changes of the clocks.
   *
   * @param from the first change, inclusive; {@link Long#MIN_VALUE} if there is none
   * @param to the second, exclusive; {@link Long#MAX_VALUE} if there is none
   * @param offset what local time is ahead of UTC, milliseconds
   * @param before the same before the first change
   */
  private record Stretch(long from, long to, long offset, long before) {
    boolean contains(long time) {
      return from <= time && time < to;
    }
  }

  private Stretch stretch(long time) {
    Stretch known = last;
    if (known == null || !known.contains(time)) {
      known = find(time);
      last = known;
    }
    return known;
  }

  private Stretch find(long time) {
    ZoneRules rules = zone.getRules();
    Instant instant = Instant.ofEpochMilli(time);
    // A change at this very instant already counts, so look for one before the next instant.
    ZoneOffsetTransition change = rules.previousTransition(instant.plusNanos(1));
    ZoneOffsetTransition next = rules.nextTransition(instant);
    long offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
    return new Stretch(
        change == null ? Long.MIN_VALUE : change.toEpochSecond() * 1000,
        next == null ? Long.MAX_VALUE : next.toEpochSecond() * 1000,
        offset,
        change == null ? offset : change.getOffsetBefore().getTotalSeconds() * 1000L);
  }

  /** Distance between boundaries where the clocks do not change, in milliseconds. */
  public long step() {
    return step;
  }

  /** The latest boundary at this time or before. */
  public long floor(long time) {
    Stretch stretch = stretch(time);
    long boundary = onClock(time, stretch.offset());
    while (boundary < stretch.from() && !isBoundary(stretch)) {
      stretch = stretch(stretch.from() - 1);
      boundary = onClock(stretch.to() - 1, stretch.offset());
    }
    return Math.max(boundary, stretch.from());
  }

  /** The earliest boundary after this time. */
  public long next(long time) {
    Stretch stretch = stretch(time);
    long boundary = onClock(time, stretch.offset()) + step;
    while (boundary >= stretch.to()) {
      stretch = stretch(stretch.to());
      if (isBoundary(stretch)) {
        return stretch.from();
      }
      boundary = onClock(stretch.from(), stretch.offset()) + step;
    }
    return boundary;
  }

  /** The latest boundary before this time. */
  public long previous(long time) {
    return floor(time - 1);
  }

  /** The n-th boundary after a boundary. */
  public long ahead(long boundary, int n) {
    long at = boundary;
    for (int left = n; left > 0; left--) {
      Stretch stretch = stretch(at);
      if (onClock(at, stretch.offset()) == at && at + left * step < stretch.to()) {
        return at + left * step;
      }
      at = next(at);
    }
    return at;
  }

  /** The n-th boundary before a boundary. */
  public long back(long boundary, int n) {
    long at = boundary;
    for (int left = n; left > 0; left--) {
      Stretch stretch = stretch(at);
      if (onClock(at, stretch.offset()) == at && at - left * step >= stretch.from()) {
        return at - left * step;
      }
      at = previous(at);
    }
    return at;
  }

  /** How many steps lead from one boundary to another, later one. */
  public long steps(long from, long to) {
    long steps = 0;
    long at = from;
    while (at < to) {
      Stretch stretch = stretch(at);
      long far = onClock(Math.min(to, stretch.to() - 1), stretch.offset());
      if (onClock(at, stretch.offset()) == at && far > at) {
        steps += (far - at) / step;
        at = far;
      } else {
        steps++;
        at = next(at);
      }
    }
    return steps;
  }

  /** The latest time, at this one or before, at which clocks of this offset show a boundary. */
  private long onClock(long time, long offset) {
    return time - Math.floorMod(time + offset, step);
  }

  /** Whether the change at which a stretch begins is a boundary: one is shown, or was skipped. */
  private boolean isBoundary(Stretch stretch) {
    long shown = stretch.from() + stretch.offset();
    long skippedFrom = Math.min(shown, stretch.from() + stretch.before());
    return Math.floorDiv(shown, step) * step >= skippedFrom;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid grid && step == grid.step && zone.equals(grid.zone);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(step) + zone.hashCode();
  }

  @Override
  public String toString() {
    return Duration.ofMillis(step) + " in " + zone;
  }
}
