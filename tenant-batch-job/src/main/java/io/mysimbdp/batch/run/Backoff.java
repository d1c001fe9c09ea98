package io.mysimbdp.batch.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a batch run is attempted, and how long it waits in between: exponential backoff. Why an
 * attempt failed is not asked, as no list of passing causes (a connection reset while the job was
 * submitted, a TaskManager lost, a store that is away) would ever be complete. Attempts are not
 * what counts either: how many fit into an outage depends on how fast they fail. So a cause that
 * passes within hours costs nothing, and one that does not is said after as long.
 */
final class Backoff {
  /** From a run's start: longer than most outages, which the jobs outlive as well. */
  static final Duration LIMIT = Duration.ofHours(6);

  /** Nobody gives up what was failing for less than this before their own eyes. */
  static final Duration SEEN = Duration.ofMinutes(15);

  /** However long attempts take, one that fails may be unlucky. */
  static final int LEAST = 3;

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /**
   * The pause before the next attempt.
   *
   * @param attempt that has failed, counted from 1
   * @param sinceStart of the run; less than 0 if clocks differ
   * @param seen for how long this process has seen attempts fail: the run may have lain still since
   *     its start, because the stack was down
   * @return empty if it was the last
   */
  static Optional<Duration> after(int attempt, Duration sinceStart, Duration seen) {
    if (attempt >= LEAST && sinceStart.compareTo(LIMIT) > 0 && seen.compareTo(SEEN) > 0) {
      return Optional.empty();
    }
    int doublings = Math.min(attempt - 1, 30);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }
}
