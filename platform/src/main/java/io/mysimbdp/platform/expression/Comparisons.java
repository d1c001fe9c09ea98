package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.Row;
import java.math.BigDecimal;

/** Comparisons of two operands of one type. */
final class Comparisons {
  private Comparisons() {}

  /** Of whole numbers or of instants. */
  record Longs(Relation relation, Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      return relation.holds(left.evaluateLong(row), right.evaluateLong(row));
    }
  }

  record Doubles(Relation relation, Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      return relation.holds(left.evaluateDouble(row), right.evaluateDouble(row));
    }
  }

  /** Of texts, by their UTF-16 code units, as CEL's own Java runtime orders them. */
  record Texts(Relation relation, Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      long order = TextNode.of(left, row).compareTo(TextNode.of(right, row));
      return relation.holds(order, 0L);
    }
  }

  /** Of decimals, by their values: 1.5 equals 1.50. */
  record Decimals(Relation relation, Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      long order = DecimalNode.of(left, row).compareTo(DecimalNode.of(right, row));
      return relation.holds(order, 0L);
    }
  }

  /** False comes before true. */
  record Booleans(Relation relation, Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      long order = Boolean.compare(left.evaluateBoolean(row), right.evaluateBoolean(row));
      return relation.holds(order, 0L);
    }
  }

  /** Equality where an operand may be null: null equals null and nothing else. */
  record Same(boolean negated, Expression left, Expression right) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      return same(left.evaluate(row), right.evaluate(row)) != negated;
    }

    private static boolean same(Object a, Object b) {
      if (a instanceof Double x && b instanceof Double y) {
        return x.doubleValue() == y.doubleValue(); // 0.0 equals -0.0
      }
      if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
        return x.compareTo(y) == 0; // 1.5 equals 1.50
      }
      return a == null ? b == null : a.equals(b);
    }
  }

  /** Whether the operand is null. */
  record IsNull(boolean negated, Expression operand) implements BooleanNode {
    @Override
    public boolean evaluateBoolean(Row row) {
      if (operand instanceof ColumnValue column) {
        return row.isNull(column.index()) != negated;
      }
      return (operand.evaluate(row) == null) != negated;
    }
  }
}
