package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;

/** An expression whose result is true or false, never null. */
interface BooleanNode extends Expression {
  @Override
  boolean evaluateBoolean(Row row);

  @Override
  default Object evaluate(Row row) {
    return evaluateBoolean(row);
  }

  @Override
  default ColumnType type() {
    return ColumnType.BOOLEAN;
  }

  @Override
  default boolean nullable() {
    return false;
  }
}
