package io.mysimbdp.stream.output;

import io.mysimbdp.platform.dataset.Completion;
import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.stream.gate.Gated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The datasets that some partition has closed and that are not complete yet. Every subtask of the
 * sink knows all of them. Not thread-safe.
 */
final class OpenDatasets {

  /** A partition of a raw stream. */
  private record Place(String stream, int partition) {}

  private final int streams;
  private final Map<String, SortedMap<Place, Gated.Closed>> datasets = new HashMap<>();

  /**
   * No datasets.
   *
   * @param streams how many raw streams the tenant has
   */
  OpenDatasets(int streams) {
    this.streams = streams;
  }

  /** Notes that a partition closed its dataset; twice is once. */
  void add(Gated.Closed closed) {
    datasets
        .computeIfAbsent(
            closed.dataset(),
            name ->
                new TreeMap<>(
                    Comparator.comparing(Place::stream).thenComparingInt(Place::partition)))
        .put(new Place(closed.ledger().stream(), closed.ledger().partition()), closed);
  }

  /** All partitions' ends of all datasets. */
  List<Gated.Closed> all() {
    List<Gated.Closed> all = new ArrayList<>();
    datasets.values().forEach(dataset -> all.addAll(dataset.values()));
    return all;
  }

  /**
   * The earliest dataset that every partition has closed and whose last window has fired; it is
   * taken out.
   */
  Optional<List<Gated.Closed>> takeComplete(long watermark) {
    Optional<SortedMap<Place, Gated.Closed>> earliest =
        datasets.values().stream()
            .filter(dataset -> closedEverywhere(dataset) && fin(dataset) - 1 <= watermark)
            .min(
                Comparator.<SortedMap<Place, Gated.Closed>>comparingLong(OpenDatasets::fin)
                    .thenComparing(dataset -> name(dataset)));
    earliest.ifPresent(dataset -> datasets.remove(name(dataset)));
    return earliest.map(dataset -> List.copyOf(dataset.values()));
  }

  private boolean closedEverywhere(SortedMap<Place, Gated.Closed> dataset) {
    Map<String, Integer> missing = new HashMap<>();
    for (Gated.Closed closed : dataset.values()) {
      missing.merge(closed.ledger().stream(), closed.partitions() - 1, (left, all) -> left - 1);
    }
    return missing.size() == streams && missing.values().stream().allMatch(left -> left == 0);
  }

  private static String name(SortedMap<Place, Gated.Closed> dataset) {
    return dataset.values().iterator().next().dataset();
  }

  private static long fin(SortedMap<Place, Gated.Closed> dataset) {
    return dataset.values().stream().mapToLong(Gated.Closed::fin).max().orElseThrow();
  }

  /** What a subtask says of a complete dataset. */
  static Completion completion(
      List<Gated.Closed> dataset, int subtask, int subtasks, RowCounts counts) {
    Gated.Closed any = dataset.get(0);
    long fin = dataset.stream().mapToLong(Gated.Closed::fin).max().orElseThrow();
    List<PartitionLedger> ledger = dataset.stream().map(Gated.Closed::ledger).toList();
    Map<String, Long> joined = new TreeMap<>();
    for (Gated.Closed closed : dataset) {
      closed.joined().forEach((analytic, pairs) -> joined.merge(analytic, pairs, Long::sum));
    }
    return new Completion(
        any.dataset(),
        subtask,
        subtasks,
        dataset.stream().mapToLong(Gated.Closed::from).min().orElseThrow(),
        dataset.stream().mapToLong(Gated.Closed::close).max().orElseThrow(),
        fin,
        ledger,
        joined,
        counts.take(any.dataset(), fin));
  }
}
