package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;

/**
 * And, or, not, if. As CEL has it, {@code &&} and {@code ||} do not depend on the order of their
 * operands: where one alone decides, the failure of the other does not matter.
 */
final class Logic {
  private Logic() {}

  record And(Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      boolean first;
      try {
        first = left.evaluateBoolean(row);
      } catch (EvaluationException failure) {
        if (right.evaluateBoolean(row)) {
          throw failure;
        }
        return false;
      }
      return first && right.evaluateBoolean(row);
    }
  }

  record Or(Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      boolean first;
      try {
        first = left.evaluateBoolean(row);
      } catch (EvaluationException failure) {
        if (right.evaluateBoolean(row)) {
          return true;
        }
        throw failure;
      }
      return first || right.evaluateBoolean(row);
    }
  }

  record Not(Expression operand) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      return !operand.evaluateBoolean(row);
    }
  }

  /**
   * {@code condition ? yes : no}; both branches have this type (and scale, or are null), and only
   * one is evaluated.
   */
  record Conditional(Expression condition, Expression yes, Expression no, ColumnType type)
      implements Expression {

    @Override
    public boolean nullable() {
      return yes.nullable() || no.nullable();
    }

    @Override
    public int scale() {
      return Math.max(yes.scale(), no.scale());
    }

    @Override
    public Object evaluate(Row row) {
      return branch(row).evaluate(row);
    }

    @Override
    public boolean evaluateBoolean(Row row) {
      return branch(row).evaluateBoolean(row);
    }

    @Override
    public long evaluateLong(Row row) {
      return branch(row).evaluateLong(row);
    }

    @Override
    public double evaluateDouble(Row row) {
      return branch(row).evaluateDouble(row);
    }

    private Expression branch(Row row) {
      return condition.evaluateBoolean(row) ? yes : no;
    }
  }
}
