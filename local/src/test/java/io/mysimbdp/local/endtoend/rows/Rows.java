package io.mysimbdp.local.endtoend.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A multiset of rows: what an oracle expects, to be compared with what the platform gives. */
public final class Rows {
  private static final int SHOWN = 10;

  private final Map<Row, Integer> counts = new HashMap<>();
  private long size;

  /** The rows of a stream. */
  public static Rows of(Stream<Row> rows) {
    Rows all = new Rows();
    rows.forEach(all::add);
    return all;
  }

  /** Adds one more of this row. */
  public void add(Row row) {
    counts.merge(row, 1, Integer::sum);
    size++;
  }

  /** The rows, repeats included, in no order. */
  public Stream<Row> stream() {
    return counts.entrySet().stream()
        .flatMap(entry -> Stream.generate(entry::getKey).limit(entry.getValue()));
  }

  /** How many rows, repeats counted. */
  public long size() {
    return size;
  }

  /** How many rows have the same key as another one. */
  public long repeatedKeys() {
    long keys = counts.keySet().stream().map(Row::key).distinct().count();
    return size - keys;
  }

  /**
   * How actual rows differ from the expected ones.
   *
   * @param lost expected rows that are not there, not even with other values
   * @param doubled rows that are there more often than expected
   * @param wrong rows with other values than expected, or that nobody expected
   * @param text names the first of them; empty if there is no difference
   */
  public record Difference(long lost, long doubled, long wrong, String text) {}

  /**
   * What keeps these actual rows from being the expected ones; empty if nothing does. Names the
   * first rows that are missing, too many, or there with other values.
   */
  public String differenceTo(Stream<Row> actual) {
    return compareTo(actual).text();
  }

  /** How these actual rows differ from the expected ones. */
  public Difference compareTo(Stream<Row> actual) {
    Map<Row, Integer> missing = new HashMap<>(counts);
    Map<Row, Integer> extra = new HashMap<>();
    long[] actualSize = new long[1];
    actual.forEach(
        row -> {
          actualSize[0]++;
          Integer left = missing.get(row);
          if (left == null) {
            extra.merge(row, 1, Integer::sum);
          } else if (left == 1) {
            missing.remove(row);
          } else {
            missing.put(row, left - 1);
          }
        });
    if (missing.isEmpty() && extra.isEmpty()) {
      return new Difference(0, 0, 0, "");
    }
    String sizes = "expected " + size + " rows, got " + actualSize[0] + "\n";
    return count(missing, extra, sizes);
  }

  private Difference count(Map<Row, Integer> missing, Map<Row, Integer> extra, String sizes) {
    Set<String> there = extra.keySet().stream().map(Row::key).collect(Collectors.toSet());
    long lost = 0;
    for (var entry : missing.entrySet()) {
      boolean changed = !entry.getKey().values().isEmpty() && there.contains(entry.getKey().key());
      lost += changed ? 0 : entry.getValue();
    }
    long doubled = 0;
    long wrong = 0;
    for (var entry : extra.entrySet()) {
      if (counts.containsKey(entry.getKey())) {
        doubled += entry.getValue();
      } else {
        wrong += entry.getValue();
      }
    }
    // Last, since it takes out of the extra rows those that it shows as different.
    return new Difference(lost, doubled, wrong, sizes + describe(missing, extra));
  }

  private static String describe(Map<Row, Integer> missing, Map<Row, Integer> extra) {
    Map<String, Row> extraByKey = new HashMap<>();
    extra.keySet().forEach(row -> extraByKey.put(row.key(), row));
    List<String> different = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Row row : sorted(missing)) {
      Row other = row.values().isEmpty() ? null : extraByKey.remove(row.key());
      if (other == null) {
        absent.add(row + times(missing.get(row)));
      } else {
        different.add(
            row.key() + "\n    expected " + row.values() + "\n    got      " + other.values());
        extra.remove(other);
      }
    }
    List<String> surplus = sorted(extra).stream().map(row -> row + times(extra.get(row))).toList();
    return section("different", different) + section("missing", absent) + section("extra", surplus);
  }

  private static List<Row> sorted(Map<Row, Integer> rows) {
    return rows.keySet().stream()
        .sorted(Comparator.comparing(Row::key).thenComparing(Row::values))
        .toList();
  }

  private static String times(int count) {
    return count == 1 ? "" : " (" + count + " times)";
  }

  private static String section(String title, List<String> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(title + ": " + rows.size() + "\n");
    rows.stream().limit(SHOWN).forEach(row -> text.append("  ").append(row).append('\n'));
    if (rows.size() > SHOWN) {
      text.append("  and ").append(rows.size() - SHOWN).append(" more\n");
    }
    return text.toString();
  }
}
