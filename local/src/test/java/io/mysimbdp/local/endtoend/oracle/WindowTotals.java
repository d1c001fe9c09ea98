package io.mysimbdp.local.endtoend.oracle;

import java.math.BigDecimal;

/** What one VM did in one window; the sum is exact, in decimals. */
final class WindowTotals {
  private BigDecimal sum = BigDecimal.ZERO;
  private long readings;
  private double peak = Double.NEGATIVE_INFINITY;

  /**
   * Adds one reading.
   *
   * @param exact the very value of {@code maxCpu}
   */
  void add(double maxCpu, BigDecimal exact) {
    sum = sum.add(exact);
    readings++;
    peak = Math.max(peak, maxCpu);
  }

  /** The sum, rounded once, over the count. */
  double average() {
    return sum.doubleValue() / readings;
  }

  long readings() {
    return readings;
  }

  double peak() {
    return peak;
  }
}
