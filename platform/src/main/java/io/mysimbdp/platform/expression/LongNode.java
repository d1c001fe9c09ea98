package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;

/** An expression whose result is a whole number, or an instant in milliseconds; never null. */
interface LongNode extends Expression {
  @Override
  long evaluateLong(Row row);

  @Override
  default Object evaluate(Row row) {
    return evaluateLong(row);
  }

  @Override
  default ColumnType type() {
    return ColumnType.LONG;
  }

  @Override
  default boolean nullable() {
    return false;
  }
}
