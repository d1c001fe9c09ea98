package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;

/**
 * What came of a planned fault.
 *
 * @param recovery from its beginning until every job had completed a checkpoint begun after it; of
 *     a freeze, from its end; null if that did not happen
 * @param note why it does not count, or what else there is to say; may be empty
 */
record Outcome(Strike strike, Blow.Result result, Duration recovery, String note) {
  /** Whether it was done while the pipeline was whole and busy, at the moment it was aimed at. */
  boolean counted() {
    return result == Blow.Result.HIT;
  }

  /** Whether anything was done, hit or miss. */
  boolean done() {
    return result != Blow.Result.LEFT_OUT;
  }

  boolean recovered() {
    return recovery != null;
  }
}
