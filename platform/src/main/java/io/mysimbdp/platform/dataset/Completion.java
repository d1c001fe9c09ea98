package io.mysimbdp.platform.dataset;

import java.util.List;
import java.util.Map;

/**
 * What one subtask of the stream job's sink says when a dataset is complete, in the same
 * transaction as its last silver. Only all {@code subtasks} completions together, with one and the
 * same {@code subtasks}, complete the dataset.
 *
 * @param fin the latest end of any window of the tenant that contains the instant before {@code
 *     close}; the dataset's silver has {@code window_end <= fin}. Milliseconds since the epoch
 * @param ledger of every partition of every raw stream; the same in each subtask's completion
 * @param joined by analytic, the (record, window) pairs that the gate let through, over all
 *     partitions; the same in each subtask's completion
 * @param written by analytic, the rows that this subtask wrote, the pairs in them, and the pairs
 *     that changed nothing
 */
public record Completion(
    String dataset,
    int subtask,
    int subtasks,
    long from,
    long close,
    long fin,
    List<PartitionLedger> ledger,
    Map<String, Long> joined,
    Map<String, AnalyticCount> written) {

  public Completion {
    ledger = List.copyOf(ledger);
    joined = Map.copyOf(joined);
    written = Map.copyOf(written);
  }
}
