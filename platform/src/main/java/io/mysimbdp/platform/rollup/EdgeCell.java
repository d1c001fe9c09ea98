package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * {@code first(x)} and {@code last(x)}: the value that is not null at the earliest or latest
 * position. Rows at one and the same position (possible only over silver) are told apart by value.
 */
final class EdgeCell implements Cell {
  private final ColumnType type;
  private final int sign;
  private Position position;
  private Object value;

  /**
   * An empty cell.
   *
   * @param sign 1 to keep the last, -1 the first
   */
  EdgeCell(ColumnType type, int sign) {
    this.type = type;
    this.sign = sign;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    Object offered = argument.evaluate(row);
    if (offered != null && (position == null || sign * Long.compare(time, position.time()) >= 0)) {
      offer(new Position(time, partition, offset), offered);
    }
  }

  private void offer(Position at, Object offered) {
    if (position != null) {
      int order = at.compareTo(position);
      if (order == 0) {
        order = Values.compare(offered, value);
      }
      if (sign * order <= 0) {
        return;
      }
    }
    position = at;
    value = offered;
  }

  @Override
  public void merge(Cell other) {
    EdgeCell edge = (EdgeCell) other;
    if (edge.position != null) {
      offer(edge.position, edge.value);
    }
  }

  @Override
  public Object result() {
    return value;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Values.write(out, type, value);
    if (value != null) {
      out.writeLong(position.time());
      out.writeInt(position.partition());
      out.writeLong(position.offset());
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    value = Values.read(in, type);
    position = value == null ? null : new Position(in.readLong(), in.readInt(), in.readLong());
  }
}
