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
 * {@code interval_end}, the group columns, the aggregates, the derived.
 *
 * @param from name of the raw stream (silver) or of the silver analytic (gold) that it reads
 * @param input the schema of what it reads
 * @param where over the input; null to take every row
 * @param groupBy positions in the input schema; empty for one group of everything. For {@link
 *     Span.Each} the selected columns, for {@link Span.Presence} the column that comes first
 * @param aggregates empty for {@link Span.Each} and {@link Span.Presence}
 * @param derive in the order of their dependencies, as written
 * @param alert over the output; a row for which it holds is also an alert; null for none
 * @param output the schema of the rows out
 * @param buckets over how many partitions a day (silver) or an interval (gold) is spread in coredms
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
    int buckets)
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

  /** Column of a gold row: start of the batch's interval, exclusive bound on window ends. */
  public static final String INTERVAL_START = "interval_start";

  /** Column of a gold row: end of the batch's interval, inclusive bound on window ends. */
  public static final String INTERVAL_END = "interval_end";

  public Rollup {
    groupBy = List.copyOf(groupBy);
    aggregates = List.copyOf(aggregates);
    derive = List.copyOf(derive);
  }
}
