package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** {@code count()}, {@code count(x)} and {@code count_if(x)}. */
final class CountCell implements Cell {
  private final boolean onlyTrue;
  private long count;

  CountCell(boolean onlyTrue) {
    this.onlyTrue = onlyTrue;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    if (argument != null) {
      Object value = argument.evaluate(row);
      if (value == null || (onlyTrue && !(Boolean) value)) {
        return;
      }
    }
    count++;
  }

  @Override
  public void merge(Cell other) {
    count += ((CountCell) other).count;
  }

  @Override
  public Object result() {
    return count;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(count);
  }

  @Override
  public void read(DataInput in) throws IOException {
    count = in.readLong();
  }
}
