package io.mysimbdp.platform.coredms;

import java.time.Instant;

/**
 * A batch run, as coredms keeps it.
 *
 * @param run unique within the tenant
 * @param turn by which the tenant's runs go one after the other, the smallest first: the write time
 *     of the run's first attempt
 * @param started when it was recorded, by the clock of who recorded it
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
    long turn,
    Instant started,
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
}
