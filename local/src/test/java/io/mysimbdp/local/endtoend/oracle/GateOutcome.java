package io.mysimbdp.local.endtoend.oracle;

import io.mysimbdp.local.endtoend.rows.ExportedLetters;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the gate's rule makes of the raw partitions: silver, late records, dead letters, ledger. */
public final class GateOutcome {
  /** A dead letter: which record, and its bytes, a character each. */
  public static final RowShape DEAD_LETTERS =
      RowShape.of("dead-letters", 2, "partition:LONG", "offset:LONG", "value:TEXT");

  /** A late record: which, the windows it missed by analytic, and its bytes. */
  public static final RowShape LATE =
      RowShape.of(
          "late",
          2,
          "partition:LONG",
          "offset:LONG",
          "event_time:TIME",
          "vm_cpu_rolling:TEXT",
          "vm_cpu_windows:TEXT",
          "value:TEXT");

  /**
   * A dataset that was closed.
   *
   * @param finalEnd up to which window end its silver goes; milliseconds since the epoch
   */
  public record Dataset(
      String name, long from, long close, long finalEnd, Map<Integer, Tally> partitions) {

    /** The ledger over all partitions. */
    public Tally total() {
      return partitions.values().stream().reduce(Tally.ZERO, Tally::plus);
    }
  }

  private final Analytics analytics = new Analytics();
  private final Rows deadLetters = new Rows();
  private final Rows late = new Rows();
  private final Map<String, Dataset> datasets = new TreeMap<>();
  private long earliest = Long.MAX_VALUE;

  void begun(RawMarker begin) {
    earliest = Math.min(earliest, begin.from());
  }

  void dead(RawRecord raw) {
    deadLetters.add(DEAD_LETTERS.row((long) raw.partition(), raw.offset(), original(raw)));
  }

  private static String original(RawRecord raw) {
    int length = raw.latin1().length();
    return length > ExportedLetters.WHOLE
        ? ExportedLetters.beginning(raw.latin1(), length)
        : raw.latin1();
  }

  void late(
      RawRecord raw, long eventTime, List<Window> missedTumbling, List<Window> missedRolling) {
    late.add(
        LATE.row(
            (long) raw.partition(),
            raw.offset(),
            eventTime,
            WindowText.of(missedRolling),
            WindowText.of(missedTumbling),
            original(raw)));
  }

  void joined(Reading reading, Predicate<Window> open) {
    analytics.add(reading, open);
  }

  void closed(RawMarker end, int partition, Tally tally, long finalEnd) {
    datasets
        .computeIfAbsent(
            end.dataset(),
            name -> new Dataset(name, end.from(), end.close(), finalEnd, new TreeMap<>()))
        .partitions()
        .put(partition, tally);
  }

  public Analytics analytics() {
    return analytics;
  }

  public Rows deadLetters() {
    return deadLetters;
  }

  public Rows late() {
    return late;
  }

  /** The earliest {@code from} of any dataset, closed or not; milliseconds since the epoch. */
  public long earliest() {
    return earliest;
  }

  /** The closed datasets by name. */
  public Map<String, Dataset> datasets() {
    return Map.copyOf(datasets);
  }

  /** Gold of the closed datasets, the first of which begins there. */
  public Rows gold(long start) {
    return gold(start, datasets.values());
  }

  /**
   * Gold of some datasets: of each from the final of the one before to its own. So what was left of
   * a dataset without an end is in the gold of the next.
   *
   * @param start of the first; milliseconds since the epoch
   */
  public Rows gold(long start, Collection<Dataset> closed) {
    Rows rows = new Rows();
    long after = start;
    for (Dataset dataset :
        closed.stream().sorted(Comparator.comparingLong(Dataset::finalEnd)).toList()) {
      analytics.recommendations(after, dataset.finalEnd()).stream().forEach(rows::add);
      after = dataset.finalEnd();
    }
    return rows;
  }

  /** The only dataset of the topic. */
  public Dataset dataset() {
    if (datasets.size() != 1) {
      throw new AssertionError("expected one dataset in the raw topic, found " + datasets.keySet());
    }
    return datasets.values().iterator().next();
  }
}
