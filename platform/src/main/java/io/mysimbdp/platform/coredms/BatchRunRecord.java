package io.mysimbdp.platform.coredms;

/**
 * A batch run, as coredms keeps it.
 *
 * @param run unique within the tenant
 * @param attempt from 1
 * @param writeTime with which this attempt writes gold, microseconds since the epoch; larger than
 *     that of every attempt before it
 * @param error why the last attempt failed; null if none did
 * @param counts empty until the run has finished
 */
public record BatchRunRecord(
    String tenant,
    String run,
    Interval interval,
    int attempt,
    long writeTime,
    State state,
    String error,
    BatchCounts counts) {

  /** How far a run has come. */
  public enum State {
    STARTED,
    FINISHED,
    FAILED
  }

  /** A run about to start its first attempt. */
  public static BatchRunRecord first(String tenant, String run, Interval interval, long writeTime) {
    return new BatchRunRecord(
        tenant, run, interval, 1, writeTime, State.STARTED, null, BatchCounts.NONE);
  }
}
