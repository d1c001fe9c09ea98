package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.DecimalText;
import io.mysimbdp.platform.record.Row;
import java.math.BigDecimal;

/** What can be done with decimals: nothing that would round. */
final class Decimals {
  private Decimals() {}

  record Literal(BigDecimal value) implements DecimalNode {
    @Override
    public BigDecimal evaluate(Row row) {
      return value;
    }

    @Override
    public int scale() {
      return value.scale();
    }
  }

  /** A sum, or a difference, at the larger scale of the two. */
  record Sum(Expression left, Expression right, boolean negated) implements DecimalNode {
    @Override
    public BigDecimal evaluate(Row row) {
      BigDecimal first = DecimalNode.of(left, row);
      BigDecimal second = DecimalNode.of(right, row);
      return negated ? first.subtract(second) : first.add(second);
    }

    @Override
    public int scale() {
      return Math.max(left.scale(), right.scale());
    }
  }

  record Negated(Expression operand) implements DecimalNode {
    @Override
    public BigDecimal evaluate(Row row) {
      return DecimalNode.of(operand, row).negate();
    }

    @Override
    public int scale() {
      return operand.scale();
    }
  }

  /** The same value with more digits behind the point; null stays null. */
  record Widened(Expression operand, int scale) implements Expression {
    @Override
    public Object evaluate(Row row) {
      Object value = operand.evaluate(row);
      return value == null ? null : ((BigDecimal) value).setScale(scale);
    }

    @Override
    public ColumnType type() {
      return ColumnType.DECIMAL;
    }

    @Override
    public boolean nullable() {
      return operand.nullable();
    }
  }

  /** The nearest double. */
  record ToDouble(Expression operand) implements DoubleNode {
    @Override
    public double evaluateDouble(Row row) {
      return DecimalNode.of(operand, row).doubleValue();
    }
  }

  /** Plain notation. */
  record ToText(Expression operand) implements TextNode {
    @Override
    public String evaluate(Row row) {
      return DecimalText.write(DecimalNode.of(operand, row));
    }
  }
}
