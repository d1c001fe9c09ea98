package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.io.Serializable;

/**
 * A checked, typed expression over the columns of one row: what a tenant wrote in CEL, translated
 * once into nodes that evaluate themselves. Evaluation has no side effects and always terminates.
 *
 * <p>Only the method of the expression's own {@link #type()} may be called besides {@link
 * #evaluate}; the others fail.
 */
public interface Expression extends Serializable {

  /** The type of the result. */
  ColumnType type();

  /** Whether the result may be null. */
  boolean nullable();

  /** How many digits behind the point a DECIMAL result has, always; 0 for the other types. */
  default int scale() {
    return 0;
  }

  /** A column that holds the results. */
  default Column column(String name, boolean mayBeNull) {
    return new Column(name, type(), mayBeNull, 0, scale());
  }

  /**
   * The result as {@link Row#get} returns values; null if it is null.
   *
   * @throws EvaluationException if the row's values have no result: a division by zero, an
   *     overflow, an operation on null, a conversion that fails, a result that is not a finite
   *     number
   */
  Object evaluate(Row row);

  /** The result of a BOOLEAN expression that is not null. */
  default boolean evaluateBoolean(Row row) {
    Object value = evaluate(row);
    if (value == null) {
      throw new EvaluationException("the result is null where true or false is needed");
    }
    return (Boolean) value;
  }

  /** The result of a LONG or TIMESTAMP expression that is not null. */
  default long evaluateLong(Row row) {
    Object value = evaluate(row);
    if (value == null) {
      throw new EvaluationException("the result is null where a number is needed");
    }
    return (Long) value;
  }

  /** The result of a DOUBLE expression that is not null. */
  default double evaluateDouble(Row row) {
    Object value = evaluate(row);
    if (value == null) {
      throw new EvaluationException("the result is null where a number is needed");
    }
    return (Double) value;
  }

  /** Whether this is the plain value of one column; then {@link #evaluate} is {@link Row#get}. */
  default boolean isColumn() {
    return false;
  }
}
