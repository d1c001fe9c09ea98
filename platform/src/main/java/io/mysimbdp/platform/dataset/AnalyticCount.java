package io.mysimbdp.platform.dataset;

/**
 * The figures of one silver analytic in one dataset, as one side of the stream counted them.
 *
 * @param rows silver rows
 * @param pairs (record, window) pairs; for an analytic without windows, records
 */
public record AnalyticCount(long rows, long pairs) {
  public static final AnalyticCount ZERO = new AnalyticCount(0, 0);

  public AnalyticCount plus(AnalyticCount other) {
    return new AnalyticCount(rows + other.rows, pairs + other.pairs);
  }
}
