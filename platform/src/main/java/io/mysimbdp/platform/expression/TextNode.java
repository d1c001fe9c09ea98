package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;

/** An expression whose result is a text, never null. */
interface TextNode extends Expression {
  @Override
  String evaluate(Row row);

  @Override
  default ColumnType type() {
    return ColumnType.TEXT;
  }

  @Override
  default boolean nullable() {
    return false;
  }

  /** The text that an operand stands for, which must not be null. */
  static String of(Expression operand, Row row) {
    Object value = operand.evaluate(row);
    if (value == null) {
      throw new EvaluationException("the result is null where a text is needed");
    }
    return (String) value;
  }
}
