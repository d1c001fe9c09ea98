package io.mysimbdp.batch.trigger;

/**
 * What has just been done for a dataset, in this order. Between any two steps the process may be
 * killed; started again, it does what is left.
 */
public enum TriggerStep {
  /** All subtasks' completions have been read. */
  COMPLETIONS_COLLECTED,
  /** The ends of the silver topics are known. */
  ENDS_TAKEN,
  /** Committed silver up to these ends has been counted. */
  SILVER_COUNTED,
  /** The loader has brought it to coredms. */
  LOADED,
  /** The dataset is recorded in coredms. */
  DATASET_RECORDED,
  /** The batch run is recorded in coredms. */
  RUN_RECORDED,
  /** Flink has the batch job. */
  JOB_SUBMITTED,
  /** The batch job has ended, well or not. */
  JOB_ENDED,
  /** Gold rows of earlier runs are gone. */
  STALE_REMOVED,
  /** The end of the batch run is recorded in coredms. */
  END_RECORDED,
  /** The final ledger is recorded in coredms. */
  LEDGER_RECORDED
}
