package io.mysimbdp.platform.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The completions of all subtasks of the sink: a dataset's silver is complete.
 *
 * @param completions by subtask, all with one and the same number of subtasks
 * @param position offset on the completions topic of the one that completed the set
 */
public record CompletionSet(List<Completion> completions, long position) {

  public CompletionSet {
    completions = List.copyOf(completions);
  }

  private Completion first() {
    return completions.get(0);
  }

  public String dataset() {
    return first().dataset();
  }

  /** No record has an earlier event time; milliseconds since the epoch. */
  public long from() {
    return first().from();
  }

  /** Every record has an earlier event time; milliseconds since the epoch. */
  public long close() {
    return first().close();
  }

  /** The latest end of the dataset's windows; milliseconds since the epoch. */
  public long fin() {
    return first().fin();
  }

  /** What became of each raw partition's records. */
  public List<PartitionLedger> raw() {
    return first().ledger();
  }

  /** By analytic, the pairs that passed the gate. */
  public Map<String, Long> joined() {
    return first().joined();
  }

  /** By analytic, what all subtasks wrote together. */
  public Map<String, AnalyticCount> written() {
    Map<String, AnalyticCount> sum = new TreeMap<>();
    for (Completion completion : completions) {
      completion.written().forEach((name, count) -> sum.merge(name, count, AnalyticCount::plus));
    }
    return sum;
  }

  /** What the subtasks say differently although all of them know it; one sentence each. */
  public List<String> contradictions() {
    List<String> sentences = new ArrayList<>();
    for (Completion completion : completions) {
      if (!shared(completion).equals(shared(first()))) {
        sentences.add(
            "dataset %s: the completions of subtasks %d and %d differ in times or ledger"
                .formatted(dataset(), first().subtask(), completion.subtask()));
      }
    }
    return sentences;
  }

  private static Map<String, Object> shared(Completion completion) {
    Map<String, Object> shared = new LinkedHashMap<>();
    shared.put("from", completion.from());
    shared.put("close", completion.close());
    shared.put("final", completion.fin());
    shared.put("ledger", java.util.Set.copyOf(completion.ledger()));
    shared.put("joined", completion.joined());
    return shared;
  }
}
