package io.mysimbdp.batch.run;

import io.mysimbdp.platform.coredms.BatchRunRecord;

/** Hears how a batch run goes on. Called by the thread that sees it through. */
public interface BatchListener {
  /** A listener that ignores everything. */
  BatchListener NONE = (step, run) -> {};

  /** A step is done; what it did will survive a crash of this process. */
  void reached(BatchStep step, BatchRunRecord run);

  /** Called again and again while there is nothing to do but wait. */
  default void waiting(BatchRunRecord run, String reason) {}
}
