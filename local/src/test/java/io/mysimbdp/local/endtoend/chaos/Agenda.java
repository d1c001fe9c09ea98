package io.mysimbdp.local.endtoend.chaos;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** What of a plan is still to be done. A strike that did not count comes again at the end. */
final class Agenda {
  private static final int MOST_TRIES = 3;

  private final Queue<Strike> ahead;
  private final Map<Strike, Integer> tries = new HashMap<>();

  Agenda(Plan plan) {
    this.ahead = new ArrayDeque<>(plan.strikes());
  }

  /** Takes the next strike; none if all is done. */
  Optional<Strike> next() {
    Optional<Strike> next = Optional.ofNullable(ahead.poll());
    next.ifPresent(strike -> tries.merge(strike, 1, Integer::sum));
    return next;
  }

  /** Puts a strike at the end once more, unless it was tried so often that it is no use. */
  void again(Strike strike) {
    if (tries.getOrDefault(strike, 0) < MOST_TRIES) {
      ahead.add(strike);
    }
  }
}
