package io.mysimbdp.local.endtoend.indoor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A row of gold among those that it is ranked with.
 *
 * @param rank 1 has the most
 * @param ranked how many there are
 * @param share of the sum of all; null if that is 0
 */
record Ranked(Group group, Totals totals, long rank, long ranked, Double share) {

  /**
   * Ranks rows that share their period and so many leading columns; of equals, the room whose name
   * comes first is first.
   */
  static List<Ranked> by(ToLongFunction<Totals> most, int within, Map<Group, Totals> rows) {
    Map<Group, List<Map.Entry<Group, Totals>>> rivals = new HashMap<>();
    for (Map.Entry<Group, Totals> row : rows.entrySet()) {
      rivals.computeIfAbsent(row.getKey().within(within), none -> new ArrayList<>()).add(row);
    }
    List<Ranked> all = new ArrayList<>();
    rivals.values().forEach(some -> all.addAll(rank(most, some)));
    return all;
  }

  private static List<Ranked> rank(
      ToLongFunction<Totals> most, List<Map.Entry<Group, Totals>> rivals) {
    rivals.sort(
        Comparator.comparingLong(
                (Map.Entry<Group, Totals> row) -> -most.applyAsLong(row.getValue()))
            .thenComparing(row -> row.getKey().place()));
    long sum = rivals.stream().mapToLong(row -> most.applyAsLong(row.getValue())).sum();
    List<Ranked> ranked = new ArrayList<>();
    for (Map.Entry<Group, Totals> row : rivals) {
      Double share = sum == 0 ? null : (double) most.applyAsLong(row.getValue()) / (double) sum;
      ranked.add(
          new Ranked(row.getKey(), row.getValue(), ranked.size() + 1L, rivals.size(), share));
    }
    return ranked;
  }
}
