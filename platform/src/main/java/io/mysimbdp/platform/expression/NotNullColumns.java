package io.mysimbdp.platform.expression;

import java.util.HashSet;
import java.util.Set;

/** Finds the columns that cannot be null where a condition holds. */
public final class NotNullColumns {
  private NotNullColumns() {}

  /** The positions of the columns that the condition says are not null, {@code x != null && …}. */
  public static Set<Integer> of(Expression condition) {
    Set<Integer> columns = new HashSet<>();
    collect(condition, columns);
    return columns;
  }

  private static void collect(Expression condition, Set<Integer> columns) {
    if (condition instanceof Logic.And and) {
      collect(and.left(), columns);
      collect(and.right(), columns);
    } else if (condition instanceof Comparisons.IsNull test
        && test.negated()
        && test.operand() instanceof ColumnValue column) {
      columns.add(column.index());
    }
  }
}
