package io.mysimbdp.local.endtoend.taxi;

import java.math.BigDecimal;

/** Adds up amounts to the cent and counts them; unknown ones are skipped. */
final class Money {
  private BigDecimal sum = BigDecimal.ZERO.setScale(2);
  private long count;

  void add(BigDecimal amount) {
    if (amount != null) {
      sum = sum.add(amount);
      count++;
    }
  }

  /** Null if no amount was known. */
  BigDecimal sum() {
    return count == 0 ? null : sum;
  }

  /** How many amounts were known. */
  long known() {
    return count;
  }

  /** Null if no amount was known. */
  Double average() {
    return count == 0 ? null : (Double) (sum.doubleValue() / count);
  }
}
