package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** {@code distinct(x)}: exact, so it holds every value. */
final class DistinctCell implements Cell {
  private final ColumnType type;
  private final Set<Object> values = new HashSet<>();

  DistinctCell(ColumnType type) {
    this.type = type;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    Object value = argument.evaluate(row);
    if (value != null) {
      values.add(value);
    }
  }

  @Override
  public void merge(Cell other) {
    values.addAll(((DistinctCell) other).values);
  }

  @Override
  public Object result() {
    return (long) values.size();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(values.size());
    for (Object value : values) {
      Values.write(out, type, value);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    values.clear();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(Values.read(in, type));
    }
  }
}
