package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.RecordSchema;
import java.io.Serializable;
import java.util.List;

/**
 * Rows in, rows out: a silver analytic over a raw stream, or a gold table over silver.
 *
 * <p>The output columns come in this order. Windowed: the group columns, {@code window_start},
 * {@code window_end}, the aggregates, the derived. Each: the selected columns, {@code event_time},
 * the derived. Presence: see {@link Span.Show}, then the derived. Interval: {@code interval_start},
 * {@code interval_end}, the group columns, the aggregates, those of the rank, the derived.
 * Calendar: {@code period} (such as {@code day}), {@code period_start}, {@code period_end}, the
 * group columns, the aggregates, those of the period before, those of the rank, the derived.
 *
 * @param from name of the raw stream (silver) or of the silver analytic or gold table (gold) that
 *     it reads
 * @param input the schema of what it reads; gold: with the columns of {@link Refinement.Spread} and
 *     then those of {@code extend} behind it
 * @param where over the input; null to take every row
 * @param groupBy positions in the input schema; empty for one group of everything. For {@link
 *     Span.Each} the selected columns, for {@link Span.Presence} the column that comes first
 * @param aggregates empty for {@link Span.Each} and {@link Span.Presence}
 * @param derive in the order of their dependencies, as written
 * @param alert over the output; a row for which it holds is also an alert; null for none
 * @param output the schema of the rows out
 * @param buckets over how many partitions a day (silver), an interval or a period (gold) is spread
 *     in coredms
 * @param extend columns computed from each row in before anything else sees it; gold only, since a
 *     raw stream extends its own records
 */
public record Rollup(
    String name,
    String from,
    RecordSchema input,
    Expression where,
    List<Integer> groupBy,
    Span span,
    List<Aggregate> aggregates,
    List<Derived> derive,
    Expression alert,
    RecordSchema output,
    int buckets,
    List<Derived> extend,
    Refinement refinement)
    implements Serializable {

  /** Column of a windowed row: start of its window, inclusive. */
  public static final String WINDOW_START = "window_start";

  /** Column of a windowed row: end of its window, exclusive. */
  public static final String WINDOW_END = "window_end";

  /** Column of a row that tells of an instant, such as the event time of its record. */
  public static final String EVENT_TIME = "event_time";

  /** Column of a stay: the instant of its first event. */
  public static final String ARRIVED = "arrived";

  /** Column of a stay: the instant of the first event elsewhere, or of its dataset's close. */
  public static final String DEPARTED = "departed";

  /** What an alert has besides its row's columns: an id that is the same however often it comes. */
  public static final String ALERT_ID = "id";

  /** What an alert has besides its row's columns: the name of its analytic. */
  public static final String ALERT_ANALYTIC = "analytic";

  /** Column of a gold row: start of the batch's interval, exclusive bound on window ends. */
  public static final String INTERVAL_START = "interval_start";

  /** Column of a gold row: end of the batch's interval, inclusive bound on window ends. */
  public static final String INTERVAL_END = "interval_end";

  /** Column of a row of a calendar period: its kind, such as {@code month}. */
  public static final String PERIOD = "period";

  /** Column of a row of a calendar period: local midnight of its first day. */
  public static final String PERIOD_START = "period_start";

  /** Column of a row of a calendar period: local midnight behind its last day. */
  public static final String PERIOD_END = "period_end";

  public Rollup {
    extend = List.copyOf(extend);
    groupBy = List.copyOf(groupBy);
    aggregates = List.copyOf(aggregates);
    derive = List.copyOf(derive);
  }

  /** A rollup with neither extended rows nor refinements. */
  public Rollup(
      String name,
      String from,
      RecordSchema input,
      Expression where,
      List<Integer> groupBy,
      Span span,
      List<Aggregate> aggregates,
      List<Derived> derive,
      Expression alert,
      RecordSchema output,
      int buckets) {
    this(
        name,
        from,
        input,
        where,
        groupBy,
        span,
        aggregates,
        derive,
        alert,
        output,
        buckets,
        List.of(),
        Refinement.NONE);
  }

  /** How many columns of the output say which span a row is of and stand before the group. */
  public int spanColumns() {
    if (span instanceof Span.Calendar) {
      return 3;
    }
    return span instanceof Span.Interval ? 2 : 0;
  }
}
