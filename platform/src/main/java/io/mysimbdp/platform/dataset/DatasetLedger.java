package io.mysimbdp.platform.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The books of one dataset from the producer to gold. Every figure was counted where it happened,
 * none is derived from the others, so that a loss or a repetition anywhere shows.
 *
 * @param from no record has an earlier event time; milliseconds since the epoch
 * @param close every record has an earlier event time; milliseconds since the epoch
 * @param fin the latest end of the dataset's windows; milliseconds since the epoch
 * @param raw one entry a partition of a raw stream
 * @param silver by analytic
 * @param gold by table; empty until a batch run has ended
 * @param failures what went wrong besides the figures, such as a batch run that failed
 */
public record DatasetLedger(
    String dataset,
    long from,
    long close,
    long fin,
    List<PartitionLedger> raw,
    Map<String, AnalyticLedger> silver,
    Map<String, GoldCount> gold,
    List<String> failures) {

  public DatasetLedger {
    raw = List.copyOf(raw);
    silver = Collections.unmodifiableMap(new LinkedHashMap<>(silver));
    gold = Collections.unmodifiableMap(new LinkedHashMap<>(gold));
    failures = List.copyOf(failures);
  }

  /** Whether all figures agree. */
  public boolean balanced() {
    return problems().isEmpty();
  }

  /** Where the books do not balance: one sentence each, with place and figures. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(failures);
    raw.stream()
        .filter(entry -> !entry.balanced())
        .map(DatasetLedger::problem)
        .forEach(problems::add);
    silver.forEach((analytic, entry) -> check(analytic, entry, problems));
    gold.forEach(
        (table, count) -> {
          if (count.written() != count.stored()) {
            problems.add(
                "gold %s: the batch wrote %d rows, coredms holds %d for its interval"
                    .formatted(table, count.written(), count.stored()));
          }
        });
    return problems;
  }

  private static String problem(PartitionLedger entry) {
    long counted = entry.accepted() + entry.rejected() + entry.late() + entry.duplicate();
    long difference = Math.abs(entry.sent() - counted);
    return ("stream %s, partition %d: %d records sent, %d received (%d accepted, %d rejected, %d"
            + " late, %d duplicate): %d %s")
        .formatted(
            entry.stream(),
            entry.partition(),
            entry.sent(),
            counted,
            entry.accepted(),
            entry.rejected(),
            entry.late(),
            entry.duplicate(),
            difference,
            entry.sent() > counted ? "missing" : "too many");
  }

  private static void check(String analytic, AnalyticLedger entry, List<String> problems) {
    AnalyticCount written = entry.written();
    if (entry.joined() != written.pairs() + written.unchanged()) {
      problems.add(
          ("silver %s: %d records (counted once a window) passed the gate, the rows written hold"
                  + " %d%s")
              .formatted(
                  analytic,
                  entry.joined(),
                  written.pairs(),
                  written.unchanged() == 0
                      ? ""
                      : " and " + written.unchanged() + " changed nothing"));
    }
    compare(analytic, entry, "the silver topic holds", entry.committed(), problems);
    compare(analytic, entry, "coredms holds", entry.stored(), problems);
    compare(analytic, entry, "the batch read", entry.read(), problems);
  }

  private static void compare(
      String analytic,
      AnalyticLedger entry,
      String where,
      AnalyticCount found,
      List<String> problems) {
    if (found != null && !entry.written().sameRows(found)) {
      problems.add(
          "silver %s: %d rows of %d records written, %s %d rows of %d records"
              .formatted(
                  analytic,
                  entry.written().rows(),
                  entry.written().pairs(),
                  where,
                  found.rows(),
                  found.pairs()));
    }
  }

  /** The totals of each raw stream, over its partitions (numbered -1), by name. */
  public Map<String, PartitionLedger> streams() {
    Map<String, PartitionLedger> streams = new TreeMap<>();
    for (PartitionLedger entry : raw) {
      streams.merge(entry.stream(), total(entry.stream(), entry), DatasetLedger::add);
    }
    return streams;
  }

  /** The totals over all raw streams; stream {@code *}, partition -1. */
  public PartitionLedger total() {
    return raw.stream().reduce(new PartitionLedger("*", -1, 0, 0, 0, 0, 0), DatasetLedger::add);
  }

  private static PartitionLedger total(String stream, PartitionLedger a) {
    return new PartitionLedger(
        stream, -1, a.sent(), a.accepted(), a.rejected(), a.late(), a.duplicate());
  }

  private static PartitionLedger add(PartitionLedger a, PartitionLedger b) {
    return new PartitionLedger(
        a.stream(),
        -1,
        a.sent() + b.sent(),
        a.accepted() + b.accepted(),
        a.rejected() + b.rejected(),
        a.late() + b.late(),
        a.duplicate() + b.duplicate());
  }

  /** The same books with what a batch run read and wrote. */
  public DatasetLedger withBatch(Map<String, AnalyticCount> read, Map<String, GoldCount> tables) {
    Map<String, AnalyticLedger> analytics = new LinkedHashMap<>(silver);
    read.forEach(
        (analytic, count) ->
            analytics.computeIfPresent(analytic, (name, entry) -> entry.withRead(count)));
    return new DatasetLedger(dataset, from, close, fin, raw, analytics, tables, failures);
  }

  /** The same books with one more failure. */
  public DatasetLedger withFailure(String sentence) {
    List<String> more = new ArrayList<>(failures);
    more.add(sentence);
    return new DatasetLedger(dataset, from, close, fin, raw, silver, gold, more);
  }
}
