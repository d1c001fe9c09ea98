package io.mysimbdp.platform.rollup;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The exact sum of doubles, whatever their order, rounded once at the end (half to even).
 *
 * <p>The sum is held as a non-overlapping expansion (J. R. Shewchuk, "Adaptive Precision
 * Floating-Point Arithmetic and Fast Robust Geometric Predicates", 1997; the algorithm of Python's
 * {@code math.fsum}). Values near the end of the double range, which could overflow an expansion
 * although their sum does not, are kept apart as a {@link BigDecimal}.
 */
final class ExactSum {
  /** Fewer than 2^53 values below this cannot overflow. */
  private static final double HUGE = 0x1p970;

  private double[] partials = new double[2];
  private int size;
  private BigDecimal huge;

  /** Adds a finite value. */
  void add(double value) {
    if (Math.abs(value) >= HUGE) {
      BigDecimal exact = new BigDecimal(value);
      huge = huge == null ? exact : huge.add(exact);
      return;
    }
    double x = value;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double y = partials[i];
      if (Math.abs(x) < Math.abs(y)) {
        double swap = x;
        x = y;
        y = swap;
      }
      double high = x + y;
      double low = y - (high - x);
      if (low != 0.0) {
        partials[kept++] = low;
      }
      x = high;
    }
    if (kept == partials.length) {
      partials = Arrays.copyOf(partials, kept * 2);
    }
    partials[kept] = x;
    size = kept + 1;
  }

  /** Adds what the other sum holds. */
  void merge(ExactSum other) {
    for (int i = 0; i < other.size; i++) {
      add(other.partials[i]);
    }
    if (other.huge != null) {
      huge = huge == null ? other.huge : huge.add(other.huge);
    }
  }

  /** The double nearest to the exact sum; infinite if the sum lies outside the double range. */
  double round() {
    if (huge != null) {
      BigDecimal exact = huge;
      for (int i = 0; i < size; i++) {
        exact = exact.add(new BigDecimal(partials[i]));
      }
      return exact.doubleValue() + 0.0;
    }
    int next = size;
    if (next == 0) {
      return 0.0;
    }
    double high = partials[--next];
    double low = 0.0;
    while (next > 0 && low == 0.0) {
      double x = high;
      double y = partials[--next];
      high = x + y;
      low = y - (high - x);
    }
    // A remainder of exactly half a unit was rounded to even without knowing what lies below it.
    if (next > 0 && low != 0.0 && Math.signum(low) == Math.signum(partials[next - 1])) {
      double twice = low * 2.0;
      double up = high + twice;
      if (twice == up - high) {
        high = up;
      }
    }
    return high + 0.0; // no negative zero: its sign would depend on the order
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(partials[i]);
    }
    out.writeBoolean(huge != null);
    if (huge != null) {
      Values.writeText(out, huge.toString());
    }
  }

  void read(DataInput in) throws IOException {
    size = in.readUnsignedByte();
    partials = new double[Math.max(2, size)];
    for (int i = 0; i < size; i++) {
      partials[i] = in.readDouble();
    }
    huge = in.readBoolean() ? new BigDecimal(Values.readText(in)) : null;
  }
}
