package io.mysimbdp.local.endtoend.taxi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who has the most trips: no two share a rank, among equals the smaller key comes first. */
final class Ranking {
  private Ranking() {}

  /**
   * One of the ranked.
   *
   * @param rank 1 has the most trips
   * @param ranked how many were ranked
   * @param share of the trips of all that were ranked
   */
  record Ranked<K>(K key, long trips, long rank, long ranked, double share) {}

  static <K extends Comparable<K>> List<Ranked<K>> of(Map<K, Long> trips) {
    List<Map.Entry<K, Long>> order = new ArrayList<>(trips.entrySet());
    order.sort(
        Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    double all = trips.values().stream().mapToLong(Long::longValue).sum();
    List<Ranked<K>> ranked = new ArrayList<>();
    for (Map.Entry<K, Long> entry : order) {
      long rank = ranked.size() + 1L;
      ranked.add(
          new Ranked<>(
              entry.getKey(), entry.getValue(), rank, order.size(), entry.getValue() / all));
    }
    return ranked;
  }
}
