package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.math.BigDecimal;

/** An expression whose result is an exact decimal number at its {@link #scale()}, never null. */
interface DecimalNode extends Expression {
  @Override
  BigDecimal evaluate(Row row);

  @Override
  default ColumnType type() {
    return ColumnType.DECIMAL;
  }

  @Override
  default boolean nullable() {
    return false;
  }

  /** The decimal that an operand stands for, which must not be null. */
  static BigDecimal of(Expression operand, Row row) {
    Object value = operand.evaluate(row);
    if (value == null) {
      throw new EvaluationException("the result is null where a decimal is needed");
    }
    return (BigDecimal) value;
  }
}
