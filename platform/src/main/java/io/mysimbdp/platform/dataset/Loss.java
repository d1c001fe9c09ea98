package io.mysimbdp.platform.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transaction that the stream job had prepared and Kafka had aborted when it was to be committed:
 * what stood in it is in no topic. The notice of it stands among the completions, outside any
 * transaction.
 *
 * @param subtask of the sink that wrote it; -1 if that is not known
 * @param after the checkpoint behind which it began; -1 if that is not known
 * @param reason what Kafka said
 * @param records how many records it held, by topic
 * @param datasets whose completion by this subtask stood in it
 * @param noticed milliseconds since the epoch
 */
public record Loss(
    int subtask,
    long after,
    String reason,
    Map<String, Long> records,
    List<String> datasets,
    long noticed) {
  /** The value of its control header. */
  public static final String HEADER = "loss";

  public Loss {
    records = Map.copyOf(records);
    datasets = List.copyOf(datasets);
  }

  /** Whether both tell of one transaction; one that is committed again is noticed again. */
  public boolean sameTransaction(Loss other) {
    return subtask == other.subtask && after == other.after && records.equals(other.records);
  }

  /** What is gone, in one sentence. */
  public String sentence() {
    List<String> gone = new ArrayList<>();
    new TreeMap<>(records).forEach((topic, count) -> gone.add(count + " of " + topic));
    return "Kafka had aborted the transaction of sink subtask %d behind checkpoint %d before it was committed, so these records are lost: %s%s (%s)"
        .formatted(
            subtask,
            after,
            gone.isEmpty() ? "not known which" : String.join(", ", gone),
            datasets.isEmpty()
                ? ""
                : "; dataset " + String.join(", ", datasets) + " will not be completed",
            reason);
  }
}
