package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;

/** Values that the tenant wrote into an expression. */
final class Literals {
  private Literals() {}

  /** A whole number, or an instant in milliseconds since the epoch. */
  record LongLiteral(long value, ColumnType type) implements LongNode {
    @Override
    public long evaluateLong(Row row) {
      return value;
    }
  }

  record DoubleLiteral(double value) implements DoubleNode {
    @Override
    public double evaluateDouble(Row row) {
      return value;
    }
  }

  record BooleanLiteral(boolean value) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      return value;
    }
  }

  record TextLiteral(String value) implements TextNode {
    @Override
    public String evaluate(Row row) {
      return value;
    }
  }

  /** Null, of the type that its surroundings give it. */
  record NullLiteral(ColumnType type) implements Expression {
    @Override
    public Object evaluate(Row row) {
      return null;
    }

    @Override
    public boolean nullable() {
      return true;
    }
  }

  static boolean isLiteral(Expression expression) {
    return expression instanceof LongLiteral
        || expression instanceof DoubleLiteral
        || expression instanceof BooleanLiteral
        || expression instanceof TextLiteral
        || expression instanceof Decimals.Literal
        || expression instanceof NullLiteral;
  }
}
