package io.mysimbdp.local.run;

import io.mysimbdp.batch.trigger.TriggerStep;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a trigger has done for each dataset. A step that is taken again, by the next attempt at a
 * batch run, is no news: else a run would go on for as long as attempts fail. Thread-safe.
 */
final class StepsTaken {
  private final Map<String, Set<TriggerStep>> taken = new HashMap<>();
  private boolean inBatch;

  /** Returns whether the step is taken for the first time. */
  synchronized boolean add(TriggerStep step, String dataset) {
    Set<TriggerStep> steps =
        taken.computeIfAbsent(dataset, name -> EnumSet.noneOf(TriggerStep.class));
    boolean first = steps.add(step);
    inBatch =
        steps.contains(TriggerStep.RUN_RECORDED) && !steps.contains(TriggerStep.STALE_REMOVED);
    return first;
  }

  /** Whether a batch run goes on, over all its attempts. */
  synchronized boolean inBatch() {
    return inBatch;
  }
}
