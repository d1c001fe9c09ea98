package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;

/**
 * What came of a planned fault.
 *
 * @param counted whether it was done while the pipeline was whole and busy, at the moment it was
 *     aimed at
 * @param recovery from its beginning until every job had completed a checkpoint begun after it; of
 *     a freeze, from its end; null if that did not happen
 * @param note why it does not count, or what else there is to say; may be empty
 */
record Outcome(Strike strike, boolean counted, Duration recovery, String note) {
  boolean recovered() {
    return recovery != null;
  }
}
