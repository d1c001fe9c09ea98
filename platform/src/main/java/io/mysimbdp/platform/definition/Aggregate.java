package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import java.io.Serializable;

/**
 * One aggregate column of a rollup.
 *
 * @param name the output column
 * @param argument over the rollup's input; null for {@code count()}
 * @param type of the result
 * @param quantile of a {@link Function#QUANTILE}, 0 to 1; 0 for the other functions
 */
public record Aggregate(
    String name, Function function, Expression argument, ColumnType type, double quantile)
    implements Serializable {

  /** An aggregate that is no quantile. */
  public Aggregate(String name, Function function, Expression argument, ColumnType type) {
    this(name, function, argument, type, 0);
  }

  /** The aggregate functions. All are mergeable and independent of the order of arrival. */
  public enum Function {
    /** {@code count()}: how many rows; {@code count(x)}: in how many of them x is not null. */
    COUNT,
    /** In how many rows a BOOLEAN argument is true. */
    COUNT_IF,
    /**
     * Exact sum of LONG, DOUBLE or DECIMAL, a DOUBLE rounded once at the end; null over no value.
     */
    SUM,
    /** The exact sum over the count, a DOUBLE; null over no value. */
    AVG,
    /** Smallest value of a number, TIMESTAMP or TEXT; null over no value. */
    MIN,
    /** Largest value; null over no value. */
    MAX,
    /** The value of the row with the earliest event time (then partition, then offset). */
    FIRST,
    /** The value of the row with the latest event time (then partition, then offset). */
    LAST,
    /** How many different values that are not null. */
    DISTINCT,
    /** A SKETCH of numbers, or of all that several SKETCHes hold; null over no value. */
    SKETCH,
    /** The {@link Aggregate#quantile} of what {@link #SKETCH} takes, a DOUBLE; null over none. */
    QUANTILE
  }

  /**
   * Whether the result may be null. A group has at least one row, so the extremes of a column that
   * is never null are not; a sum may be, as one that does not fit its type is null.
   */
  public boolean nullable() {
    return switch (function) {
      case COUNT, COUNT_IF, DISTINCT -> false;
      case SUM, AVG -> true;
      case MIN, MAX, FIRST, LAST, SKETCH, QUANTILE -> argument.nullable() || !argument.isColumn();
    };
  }

  /** The column of the rows out that holds the result. */
  public Column column() {
    int scale = type == ColumnType.DECIMAL ? argument.scale() : 0;
    return new Column(name, type, nullable(), 0, scale);
  }
}
