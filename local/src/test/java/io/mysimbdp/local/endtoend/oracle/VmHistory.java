package io.mysimbdp.local.endtoend.oracle;

import io.mysimbdp.local.endtoend.rows.Row;

/** One VM's tumbling windows over a batch's interval, and what is recommended for it. */
final class VmHistory {
  private long windows;
  private long anomalous;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private double peak = Double.NEGATIVE_INFINITY;

  void add(Window window, WindowTotals totals) {
    windows++;
    anomalous += totals.average() > VmCpu.LIMIT ? 1 : 0;
    first = Math.min(first, window.start());
    last = Math.max(last, window.end());
    peak = Math.max(peak, totals.peak());
  }

  Row row(String vm, long start, long end) {
    double frequency = 100.0 * anomalous / windows;
    return VmCpu.RECOMMENDATIONS.row(
        start,
        end,
        vm,
        windows,
        anomalous,
        first,
        last,
        peak,
        frequency,
        frequency >= 80.0 ? "Upgrade to higher CPU capacity" : "No change");
  }
}
