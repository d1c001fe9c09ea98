package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.Timestamps;

/** From one type to another. A null has no conversion. */
final class Conversions {
  private static final double TWO_TO_THE_63 = 0x1p63;

  private Conversions() {}

  /** Rounds to the nearest double where 53 bits do not suffice. */
  record LongToDouble(Expression operand) implements DoubleNode {
    @Override
    public double evaluateDouble(Row row) {
      return (double) operand.evaluateLong(row);
    }
  }

  record TextToDouble(Expression operand) implements DoubleNode {
    @Override
    public double evaluateDouble(Row row) {
      String text = TextNode.of(operand, row);
      double value;
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new EvaluationException("'" + text + "' is not a number");
      }
      if (!Double.isFinite(value)) {
        throw new EvaluationException("'" + text + "' is not a finite number");
      }
      return value;
    }
  }

  /** Drops the fraction. */
  record DoubleToLong(Expression operand) implements LongNode {
    @Override
    public long evaluateLong(Row row) {
      double value = operand.evaluateDouble(row);
      if (!(value > -TWO_TO_THE_63 && value < TWO_TO_THE_63)) {
        throw new EvaluationException(value + " does not fit into 64 bits");
      }
      return (long) value;
    }
  }

  record TextToLong(Expression operand) implements LongNode {
    @Override
    public long evaluateLong(Row row) {
      String text = TextNode.of(operand, row);
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new EvaluationException("'" + text + "' is not a whole number of 64 bits");
      }
    }
  }

  /** Whole seconds since the epoch; fractions are dropped towards the past. */
  record TimestampToLong(Expression operand) implements LongNode {
    @Override
    public long evaluateLong(Row row) {
      return Math.floorDiv(operand.evaluateLong(row), 1000L);
    }
  }

  record ToText(Expression operand) implements TextNode {
    @Override
    public String evaluate(Row row) {
      Object value = operand.evaluate(row);
      if (value == null) {
        throw new EvaluationException("the result is null where a value is needed");
      }
      return operand.type() == ColumnType.TIMESTAMP
          ? Timestamps.format((Long) value)
          : value.toString();
    }
  }

  /** A conversion to the type that the operand has already: the same value, but never null. */
  record Present(Expression operand) implements Expression {
    @Override
    public ColumnType type() {
      return operand.type();
    }

    @Override
    public boolean nullable() {
      return false;
    }

    @Override
    public int scale() {
      return operand.scale();
    }

    @Override
    public Object evaluate(Row row) {
      Object value = operand.evaluate(row);
      if (value == null) {
        throw new EvaluationException("the result is null where a value is needed");
      }
      return value;
    }
  }
}
