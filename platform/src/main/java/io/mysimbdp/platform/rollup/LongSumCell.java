package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/**
 * {@code sum(x)} and {@code avg(x)} of whole numbers, in 128 bits, so that no order of adding
 * overflows. A sum outside 64 bits is null.
 */
final class LongSumCell implements Cell {
  private final boolean average;
  private long high;
  private long low;
  private long count;

  LongSumCell(boolean average) {
    this.average = average;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    Object value = argument.evaluate(row);
    if (value != null) {
      long number = (Long) value;
      addWide(number >> 63, number);
      count++;
    }
  }

  private void addWide(long otherHigh, long otherLow) {
    long sum = low + otherLow;
    high += otherHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    low = sum;
  }

  @Override
  public void merge(Cell other) {
    LongSumCell sum = (LongSumCell) other;
    addWide(sum.high, sum.low);
    count += sum.count;
  }

  @Override
  public Object result() {
    if (count == 0) {
      return null;
    }
    boolean fits = high == low >> 63;
    if (average) {
      return (fits ? (double) low : wide().doubleValue()) / count;
    }
    return fits ? (Object) low : null;
  }

  private BigInteger wide() {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(low));
    return BigInteger.valueOf(high).shiftLeft(64).add(unsigned);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
    out.writeLong(count);
  }

  @Override
  public void read(DataInput in) throws IOException {
    high = in.readLong();
    low = in.readLong();
    count = in.readLong();
  }
}
