package io.mysimbdp.local.endtoend.cluster;

import java.time.Instant;

/** The times of the trace: microseconds, 600 s of which are gone when it is 23:00. */
final class TraceTime {
  /** Written instead of a time for what happened after the trace ended. */
  static final long AFTER_THE_END = Long.MAX_VALUE;

  private static final long ORIGIN = Instant.parse("2011-05-01T22:50:00Z").toEpochMilli();
  private static final long END = Instant.parse("2011-05-30T23:00:00Z").toEpochMilli();

  private TraceTime() {}

  /** The instant that a time of the trace means; milliseconds since the epoch. */
  static long millis(long micros) {
    return micros == AFTER_THE_END ? END : ORIGIN + Math.floorDiv(micros, 1000);
  }
}
