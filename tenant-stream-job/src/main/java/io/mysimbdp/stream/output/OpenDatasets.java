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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
   * A dataset that is complete.
   *
   * @param ends its ends in all partitions
   * @param leftover ends, in some partitions only, of datasets that were left open in others: they
   *     will never be complete, and what is counted for them goes to this one
   */
  record Complete(List<Gated.Closed> ends, List<Gated.Closed> leftover) {
    Set<String> abandoned() {
      return ends.stream()
          .flatMap(end -> end.abandoned().keySet().stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * The earliest dataset that every partition has closed and whose last window has fired; it is
   * taken out.
   */
  Optional<Complete> takeComplete(long watermark) {
    Optional<SortedMap<Place, Gated.Closed>> earliest =
        datasets.values().stream()
            .filter(dataset -> closedEverywhere(dataset) && fin(dataset) - 1 <= watermark)
            .min(
                Comparator.<SortedMap<Place, Gated.Closed>>comparingLong(OpenDatasets::fin)
                    .thenComparing(dataset -> name(dataset)));
    earliest.ifPresent(dataset -> datasets.remove(name(dataset)));
    return earliest.map(dataset -> withLeftover(List.copyOf(dataset.values())));
  }

  private Complete withLeftover(List<Gated.Closed> ends) {
    List<Gated.Closed> leftover = new ArrayList<>();
    for (String abandoned : new Complete(ends, List.of()).abandoned()) {
      SortedMap<Place, Gated.Closed> some = datasets.remove(abandoned);
      if (some != null) {
        leftover.addAll(some.values());
      }
    }
    return new Complete(ends, leftover);
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
  static Completion completion(Complete dataset, int subtask, int subtasks, RowCounts counts) {
    List<Gated.Closed> ends = dataset.ends();
    String name = ends.get(0).dataset();
    long fin = ends.stream().mapToLong(Gated.Closed::fin).max().orElseThrow();
    List<PartitionLedger> ledger = ends.stream().map(Gated.Closed::ledger).toList();
    Map<String, Long> joined = new TreeMap<>();
    Stream.concat(ends.stream(), dataset.leftover().stream())
        .forEach(
            end ->
                end.joined()
                    .forEach((analytic, pairs) -> joined.merge(analytic, pairs, Long::sum)));
    return new Completion(
        name,
        subtask,
        subtasks,
        from(ends),
        ends.stream().mapToLong(Gated.Closed::close).max().orElseThrow(),
        fin,
        ledger,
        joined,
        counts.take(name, dataset.abandoned(), fin));
  }

  /** The rows of datasets that were left open are counted here too, so it begins with them. */
  private static long from(List<Gated.Closed> ends) {
    return ends.stream()
        .flatMap(end -> Stream.concat(Stream.of(end.from()), end.abandoned().values().stream()))
        .mapToLong(Long::longValue)
        .min()
        .orElseThrow();
  }
}
