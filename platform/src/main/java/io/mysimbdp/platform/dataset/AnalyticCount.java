package io.mysimbdp.platform.dataset;

/**
 * The figures of one silver analytic in one dataset, as one side of the stream counted them.
 *
 * @param rows silver rows
 * @param pairs (record, window) pairs; for an analytic without windows, records
 * @param unchanged pairs that are in no row because they changed nothing: records of a presence
 *     analytic that say what was so before. Only the stream job counts them
 */
public record AnalyticCount(long rows, long pairs, long unchanged) {
  public static final AnalyticCount ZERO = new AnalyticCount(0, 0);

  /** Rows and what is in them. */
  public AnalyticCount(long rows, long pairs) {
    this(rows, pairs, 0);
  }

  public AnalyticCount plus(AnalyticCount other) {
    return new AnalyticCount(rows + other.rows, pairs + other.pairs, unchanged + other.unchanged);
  }

  /** Whether the other side counted the same rows with the same pairs in them. */
  boolean sameRows(AnalyticCount other) {
    return rows == other.rows && pairs == other.pairs;
  }
}
