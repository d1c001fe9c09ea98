package io.mysimbdp.emulator;

import io.mysimbdp.emulator.line.Line;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes sending wait for the pace that was asked for, and says when the time is up. */
final class Pacer {
  /** Waits end at least so often, so that progress and interruption are seen. */
  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

  /** Being ahead by less is not worth a wait. */
  private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

  private final Pace pace;
  private final long start = System.nanoTime();
  private final long end;
  private long firstTime = Long.MIN_VALUE;

  /**
   * @param duration after which no more is sent; null for never
   */
  Pacer(Pace pace, Duration duration) {
    this.pace = pace;
    this.end = duration == null ? Long.MAX_VALUE : start + duration.toNanos();
  }

  /**
   * How long to wait before sending this line as number {@code sent}, in nanoseconds; under 0 if
   * late.
   */
  private long ahead(Line line, long sent, long now) {
    return (long) (pace.dueSeconds(sent, eventSeconds(line)) * 1e9) - (now - start);
  }

  private double eventSeconds(Line line) {
    if (line.time() == Long.MIN_VALUE) {
      return 0;
    }
    if (firstTime == Long.MIN_VALUE) {
      firstTime = line.time();
    }
    return (line.time() - firstTime) / 1e6;
  }

  /**
   * Waits until the line is due.
   *
   * @param idle called while waiting
   * @return false if the time is up
   */
  boolean await(Line line, long sent, Runnable idle) throws InterruptedException {
    if (pace instanceof Pace.Unlimited && end == Long.MAX_VALUE && sent % 1024 != 0) {
      return true;
    }
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while sending");
      }
      long now = System.nanoTime();
      if (end != Long.MAX_VALUE && now - end >= 0) {
        return false;
      }
      long ahead = ahead(line, sent, now);
      if (ahead < SHORTEST_WAIT) {
        return true;
      }
      idle.run();
      LockSupport.parkNanos(this, Math.min(ahead, LONGEST_WAIT));
    }
  }
}
