package io.mysimbdp.local.endtoend.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * What keeps these actual rows from being the expected ones; empty if nothing does. Names the
   * first rows that are missing, too many, or there with other values.
   */
  public String differenceTo(Stream<Row> actual) {
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
      return "";
    }
    return "expected " + size + " rows, got " + actualSize[0] + "\n" + describe(missing, extra);
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
