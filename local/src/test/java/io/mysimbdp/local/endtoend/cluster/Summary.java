package io.mysimbdp.local.endtoend.cluster;

import java.math.BigDecimal;

/** Sum, average and maximum of numbers, computed without rounding until the end. */
final class Summary {
  private BigDecimal sum = BigDecimal.ZERO;
  private long count;
  private double max = Double.NEGATIVE_INFINITY;
  private double rounded = Double.NaN;

  /** Takes in a number; null is skipped. */
  void add(Double value) {
    if (value != null) {
      sum = sum.add(new BigDecimal(value));
      rounded = Double.NaN;
      count++;
      max = Math.max(max, value);
    }
  }

  /** The exact sum, rounded once; null over no number. */
  Double sum() {
    return count == 0 ? null : Double.valueOf(rounded());
  }

  /** The sum over the count; null over no number. */
  Double average() {
    return count == 0 ? null : Double.valueOf(rounded() / count);
  }

  /** Rounding takes longer than adding, so it is done once. */
  private double rounded() {
    if (Double.isNaN(rounded)) {
      rounded = sum.doubleValue();
    }
    return rounded;
  }

  /** The largest; null over no number. */
  Double max() {
    return count == 0 ? null : Double.valueOf(max);
  }
}
