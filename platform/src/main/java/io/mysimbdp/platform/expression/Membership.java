package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.Row;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;

/** Whether a value is one of those listed. */
record Membership(Expression operand, HashSet<Object> values) implements BooleanNode {

  /** The values as {@link Expression#evaluate} returns them; null may be among them. */
  static Membership of(Expression operand, Collection<?> values) {
    HashSet<Object> set = new HashSet<>();
    values.forEach(value -> set.add(key(value)));
    return new Membership(operand, set);
  }

  @Override
  public boolean evaluateBoolean(Row row) {
    return values.contains(key(operand.evaluate(row)));
  }

  /**
   * Numbers that are equal as one object: adding zero turns -0.0 into 0.0, and of 1.5 and 1.50 the
   * trailing zeros go.
   */
  private static Object key(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value instanceof Double number ? (Object) (number + 0.0) : value;
  }
}
