package io.mysimbdp.batch.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a batch run is attempted, and how long it waits in between: exponential backoff. Why an
 * attempt failed is not asked, as no list of passing causes (a connection reset while the job was
 * submitted, a TaskManager lost, a store that is away) would ever be complete. So a cause that
 * passes within a quarter of an hour costs nothing, and one that does not is said after as long.
 */
final class Backoff {
  static final int ATTEMPTS = 20;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /**
   * The pause before the next attempt.
   *
   * @param attempt that has failed, counted from 1
   * @return empty if it was the last
   */
  static Optional<Duration> after(int attempt) {
    if (attempt >= ATTEMPTS) {
      return Optional.empty();
    }
    int doublings = Math.min(attempt - 1, 30);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }
}
