package io.mysimbdp.batch.trigger;

/** Hears how the trigger goes on. Called by the thread that runs it. */
public interface TriggerListener {
  /** A listener that ignores everything. */
  TriggerListener NONE = (step, dataset) -> {};

  /** A step is done. */
  void reached(TriggerStep step, String dataset);

  /** Called again and again while there is nothing to do but wait. */
  default void waiting(String dataset, String reason) {}
}
