package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** {@code sum(x)} and {@code avg(x)} of doubles. A result that is not finite is null. */
final class DoubleSumCell implements Cell {
  private final boolean average;
  private final ExactSum sum = new ExactSum();
  private long count;

  DoubleSumCell(boolean average) {
    this.average = average;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    if (argument.nullable()) {
      Object value = argument.evaluate(row);
      if (value == null) {
        return;
      }
      sum.add((Double) value);
    } else {
      sum.add(argument.evaluateDouble(row));
    }
    count++;
  }

  @Override
  public void merge(Cell other) {
    DoubleSumCell cell = (DoubleSumCell) other;
    sum.merge(cell.sum);
    count += cell.count;
  }

  @Override
  public Object result() {
    if (count == 0) {
      return null;
    }
    double total = sum.round();
    double result = average ? total / count : total;
    return Double.isFinite(result) ? (Object) result : null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    sum.write(out);
    out.writeLong(count);
  }

  @Override
  public void read(DataInput in) throws IOException {
    sum.read(in);
    count = in.readLong();
  }
}
