package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.dataset.DatasetLedger;
import java.util.Map;

/**
 * A dataset whose silver is complete, as coredms keeps it.
 *
 * @param position offset on the completions topic by which the dataset was complete; the order of a
 *     tenant's datasets
 * @param interval which silver is the dataset's
 * @param resume where on the silver topics the next dataset's rows may begin: offsets by {@code
 *     topic:partition}
 */
public record DatasetRecord(
    String tenant,
    String dataset,
    long position,
    Interval interval,
    Map<String, Long> resume,
    State state,
    DatasetLedger ledger) {

  public DatasetRecord {
    resume = Map.copyOf(resume);
  }

  /** How far a dataset has come. */
  public enum State {
    /** Its silver is in coredms; its batch run has not ended. */
    COMPLETE,
    /** Its batch run has ended, well or not; the ledger is final. */
    DONE,
    /** Silver that the completions name is missing; no batch run is started. */
    INCOMPLETE
  }
}
