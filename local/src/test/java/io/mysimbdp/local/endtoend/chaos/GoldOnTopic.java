package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gold in Kafka. A run that ended unseen is repeated under the next attempt, and its rows with it;
 * nothing else may repeat them.
 *
 * @param mostAttempts that any run of the tenant had
 */
record GoldOnTopic(int mostAttempts) {
  /** All rows are there, no other ones, and none more often than runs were attempted. */
  Comparison compare(String what, Rows expected, Rows found) {
    Map<Row, Long> wanted = counts(expected);
    Map<Row, Long> there = counts(found);
    Rows once = new Rows();
    wanted.keySet().forEach(once::add);
    Rows.Difference difference = once.compareTo(there.keySet().stream());
    List<String> tooOften =
        there.entrySet().stream()
            .filter(row -> row.getValue() > mostAttempts * wanted.getOrDefault(row.getKey(), 1L))
            .map(row -> "%d times: %s".formatted(row.getValue(), row.getKey()))
            .toList();
    return new Comparison(
        what,
        expected.size(),
        difference.lost(),
        tooOften.size(),
        difference.wrong(),
        difference.text() + String.join("\n", tooOften.subList(0, Math.min(10, tooOften.size()))));
  }

  private static Map<Row, Long> counts(Rows rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
  }
}
