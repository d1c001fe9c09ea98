package io.mysimbdp.local.endtoend.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a plan is still to be done. A strike that did not count comes again after some others, so
 * that it is not the first to be missing where a run is ended before its plan.
 */
final class Agenda {
  private static final int MOST_TRIES = 3;
  private static final int OTHERS_BETWEEN = 10;

  private final List<Strike> ahead;
  private final Map<Strike, Integer> tries = new HashMap<>();

  Agenda(Plan plan) {
    this.ahead = new ArrayList<>(plan.strikes());
  }

  /** Takes the next strike; none if all is done. */
  Optional<Strike> next() {
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    Strike next = ahead.remove(0);
    tries.merge(next, 1, Integer::sum);
    return Optional.of(next);
  }

  /** Lets a strike come once more, unless it was tried so often that it is no use. */
  void again(Strike strike) {
    if (tries.getOrDefault(strike, 0) < MOST_TRIES) {
      ahead.add(Math.min(OTHERS_BETWEEN, ahead.size()), strike);
    }
  }
}
