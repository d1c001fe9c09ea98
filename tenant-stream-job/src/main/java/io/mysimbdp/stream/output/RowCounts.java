package io.mysimbdp.stream.output;

import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.rollup.Values;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The silver rows that one subtask wrote, and the pairs that changed nothing, which no completion
 * has named yet, by analytic: those of windows by window end, those of presence by the close of
 * their dataset, those of single records by dataset. Not thread-safe.
 */
final class RowCounts {
  private final Map<String, TreeMap<Long, AnalyticCount>> windowed = new HashMap<>();
  private final Map<String, Map<String, AnalyticCount>> each = new HashMap<>();

  /**
   * Counts what belongs to a window that ends here, or to presence in a dataset that closes here.
   */
  void addWindowed(String analytic, long end, AnalyticCount count) {
    windowed
        .computeIfAbsent(analytic, name -> new TreeMap<>())
        .merge(end, count, AnalyticCount::plus);
  }

  /** Counts a row of a single record. Rows outside any dataset are in no ledger. */
  void addEach(String analytic, String dataset, AnalyticCount count) {
    if (!dataset.isEmpty()) {
      each.computeIfAbsent(dataset, name -> new HashMap<>())
          .merge(analytic, count, AnalyticCount::plus);
    }
  }

  /**
   * Takes out what belongs to a dataset whose last window ends at {@code fin}, and to those that
   * were left open before it.
   */
  Map<String, AnalyticCount> take(String dataset, Set<String> abandoned, long fin) {
    Map<String, AnalyticCount> taken = new TreeMap<>();
    windowed.forEach(
        (analytic, byEnd) -> {
          var ended = byEnd.headMap(fin, true);
          taken.put(
              analytic, ended.values().stream().reduce(AnalyticCount.ZERO, AnalyticCount::plus));
          ended.clear();
        });
    takeEach(dataset, taken);
    abandoned.forEach(left -> takeEach(left, taken));
    return taken;
  }

  private void takeEach(String dataset, Map<String, AnalyticCount> taken) {
    Map<String, AnalyticCount> ofDataset = each.remove(dataset);
    if (ofDataset != null) {
      ofDataset.forEach((analytic, count) -> taken.merge(analytic, count, AnalyticCount::plus));
    }
  }

  /**
   * Sums up the window ends that have passed: whichever dataset completes next takes them all.
   *
   * @param passed no dataset completes with a last window end up to here any more
   */
  void compact(long passed) {
    for (TreeMap<Long, AnalyticCount> byEnd : windowed.values()) {
      var ended = byEnd.headMap(passed, true);
      if (ended.size() > 1) {
        long last = ended.lastKey();
        AnalyticCount sum = ended.values().stream().reduce(AnalyticCount.ZERO, AnalyticCount::plus);
        ended.clear();
        byEnd.put(last, sum);
      }
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(windowed.size());
    for (var analytic : windowed.entrySet()) {
      Values.writeText(out, analytic.getKey());
      out.writeInt(analytic.getValue().size());
      for (var end : analytic.getValue().entrySet()) {
        out.writeLong(end.getKey());
        write(out, end.getValue());
      }
    }
    out.writeInt(each.size());
    for (var dataset : each.entrySet()) {
      Values.writeText(out, dataset.getKey());
      out.writeInt(dataset.getValue().size());
      for (var analytic : dataset.getValue().entrySet()) {
        Values.writeText(out, analytic.getKey());
        write(out, analytic.getValue());
      }
    }
  }

  /** Adds what {@link #write(DataOutput)} wrote, here or elsewhere. */
  void add(DataInput in) throws IOException {
    for (int analytics = in.readInt(); analytics > 0; analytics--) {
      String analytic = Values.readText(in);
      for (int ends = in.readInt(); ends > 0; ends--) {
        addWindowed(analytic, in.readLong(), read(in));
      }
    }
    for (int datasets = in.readInt(); datasets > 0; datasets--) {
      String dataset = Values.readText(in);
      for (int analytics = in.readInt(); analytics > 0; analytics--) {
        addEach(Values.readText(in), dataset, read(in));
      }
    }
  }

  private static void write(DataOutput out, AnalyticCount count) throws IOException {
    out.writeLong(count.rows());
    out.writeLong(count.pairs());
    out.writeLong(count.unchanged());
  }

  private static AnalyticCount read(DataInput in) throws IOException {
    return new AnalyticCount(in.readLong(), in.readLong(), in.readLong());
  }
}
