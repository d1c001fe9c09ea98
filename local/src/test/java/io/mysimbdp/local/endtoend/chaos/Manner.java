package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;

/**
 * How a run goes about its plan.
 *
 * @param transactional whether faults wait for open transactions
 * @param recoveredWithin after a longer time a fault counts as not outlived
 * @param aim what a strike does
 */
record Manner(boolean transactional, Duration recoveredWithin, Aim aim) {
  static final Manner USUAL = new Manner(true, Duration.ofMinutes(5), Scene::attack);

  /** Turns a strike of the plan into an attack. */
  interface Aim {
    Attack at(Scene scene, Strike strike);
  }
}
