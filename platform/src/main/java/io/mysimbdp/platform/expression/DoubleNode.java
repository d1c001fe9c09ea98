package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;

/** An expression whose result is a finite double, never null. */
interface DoubleNode extends Expression {
  @Override
  double evaluateDouble(Row row);

  @Override
  default Object evaluate(Row row) {
    return evaluateDouble(row);
  }

  @Override
  default ColumnType type() {
    return ColumnType.DOUBLE;
  }

  @Override
  default boolean nullable() {
    return false;
  }
}
