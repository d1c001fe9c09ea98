package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.Row;

/** Arithmetic on whole numbers (64 bits, never wrapping) and on doubles (always finite). */
final class Arithmetic {
  private Arithmetic() {}

  record Longs(Operator operator, Expression left, Expression right) implements LongNode {
    @Override
    public long evaluateLong(Row row) {
      return operator.apply(left.evaluateLong(row), right.evaluateLong(row));
    }
  }

  record Doubles(Operator operator, Expression left, Expression right) implements DoubleNode {
    @Override
    public double evaluateDouble(Row row) {
      return operator.apply(left.evaluateDouble(row), right.evaluateDouble(row));
    }
  }

  record NegatedLong(Expression operand) implements LongNode {
    @Override
    public long evaluateLong(Row row) {
      return Operator.MINUS.apply(0L, operand.evaluateLong(row));
    }
  }

  record NegatedDouble(Expression operand) implements DoubleNode {
    @Override
    public double evaluateDouble(Row row) {
      return -operand.evaluateDouble(row);
    }
  }
}
