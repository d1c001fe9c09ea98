package io.mysimbdp.platform.dataset;

/**
 * What became of one silver analytic in one dataset, each figure counted where it happened.
 *
 * @param joined (record, window) pairs that the gate let through
 * @param written rows, and pairs in them, that the stream job's sink wrote, and pairs that changed
 *     nothing
 * @param committed what a reader of committed records finds on the silver topic
 * @param stored what coredms holds
 * @param read what the batch run read; null if no gold table reads the analytic, or no run has
 *     ended
 */
public record AnalyticLedger(
    long joined,
    AnalyticCount written,
    AnalyticCount committed,
    AnalyticCount stored,
    AnalyticCount read) {

  AnalyticLedger withRead(AnalyticCount count) {
    return new AnalyticLedger(joined, written, committed, stored, count);
  }
}
