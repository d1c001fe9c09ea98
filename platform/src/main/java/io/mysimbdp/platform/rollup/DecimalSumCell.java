package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;

/** {@code sum(x)}, exact and at the scale of x, and {@code avg(x)}, a double, of decimals. */
final class DecimalSumCell implements Cell {
  private final boolean average;
  private BigDecimal sum;
  private long count;

  DecimalSumCell(boolean average) {
    this.average = average;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    add((BigDecimal) argument.evaluate(row), 1);
  }

  private void add(BigDecimal value, long values) {
    if (value != null) {
      sum = sum == null ? value : sum.add(value);
      count += values;
    }
  }

  @Override
  public void merge(Cell other) {
    DecimalSumCell cell = (DecimalSumCell) other;
    add(cell.sum, cell.count);
  }

  @Override
  public Object result() {
    return average && sum != null ? (Object) (sum.doubleValue() / count) : sum;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Values.write(out, ColumnType.DECIMAL, sum);
    out.writeLong(count);
  }

  @Override
  public void read(DataInput in) throws IOException {
    sum = (BigDecimal) Values.read(in, ColumnType.DECIMAL);
    count = in.readLong();
  }
}
