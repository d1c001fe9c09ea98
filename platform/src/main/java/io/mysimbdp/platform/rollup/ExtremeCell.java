package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** {@code min(x)} and {@code max(x)}. */
final class ExtremeCell implements Cell {
  private final ColumnType type;
  private final int sign;
  private Object value;

  /**
   * An empty cell.
   *
   * @param sign 1 to keep the largest, -1 the smallest
   */
  ExtremeCell(ColumnType type, int sign) {
    this.type = type;
    this.sign = sign;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    offer(argument.evaluate(row));
  }

  private void offer(Object other) {
    if (other != null && (value == null || sign * Values.compare(other, value) > 0)) {
      value = other;
    }
  }

  @Override
  public void merge(Cell other) {
    offer(((ExtremeCell) other).value);
  }

  @Override
  public Object result() {
    return value;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Values.write(out, type, value);
  }

  @Override
  public void read(DataInput in) throws IOException {
    value = Values.read(in, type);
  }
}
