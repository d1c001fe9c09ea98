package io.mysimbdp.batch.run;

/** What has just been done for a batch run. Between any two steps the process may be killed. */
public enum BatchStep {
  /** The run is recorded in coredms. */
  RUN_RECORDED,
  /** Flink has the attempt's job. */
  JOB_SUBMITTED,
  /** The job has ended, well or not. */
  JOB_ENDED,
  /** Gold rows of earlier runs are gone. */
  STALE_REMOVED,
  /** How the run ended is recorded in coredms. */
  END_RECORDED
}
