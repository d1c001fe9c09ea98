package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;

/**
 * The value of one column.
 *
 * @param index its position in the row
 * @param name for messages
 */
record ColumnValue(int index, String name, ColumnType type, boolean nullable, int scale)
    implements Expression {

  @Override
  public Object evaluate(Row row) {
    return row.get(index, type);
  }

  @Override
  public boolean evaluateBoolean(Row row) {
    require(type == ColumnType.BOOLEAN, row);
    return row.getBoolean(index);
  }

  @Override
  public long evaluateLong(Row row) {
    require(type == ColumnType.LONG || type == ColumnType.TIMESTAMP, row);
    return row.getLong(index);
  }

  @Override
  public double evaluateDouble(Row row) {
    require(type == ColumnType.DOUBLE, row);
    return row.getDouble(index);
  }

  @Override
  public boolean isColumn() {
    return true;
  }

  /** Checked even where the schema says never null: reading a null would yield stale bits. */
  private void require(boolean rightType, Row row) {
    if (!rightType) {
      throw new IllegalStateException("column " + name + " is a " + type);
    }
    if (row.isNull(index)) {
      throw new EvaluationException(name + " is null where a value is needed");
    }
  }
}
