package io.mysimbdp.local.endtoend.indoor;

import java.util.HashSet;
import java.util.Set;

/** What the pieces of stays in one row of gold come to. */
final class Totals {
  private final Set<String> people = new HashSet<>();
  private long visits;
  private long events;
  private long seconds;

  /** A stay counts its visit and its events in its first piece, its time in each. */
  void add(Part part) {
    people.add(part.stay().person());
    visits += part.first() ? 1 : 0;
    events += part.first() ? part.stay().events() : 0;
    seconds += part.seconds();
  }

  long people() {
    return people.size();
  }

  long visits() {
    return visits;
  }

  long events() {
    return events;
  }

  long seconds() {
    return seconds;
  }
}
