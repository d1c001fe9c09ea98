package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Derived;
import io.mysimbdp.platform.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads columns that are computed from the others of their row: {@code derive}, over the rows out,
 * and {@code extend}, over the rows in. Such a column may always be null, since that is what a
 * failing expression gives.
 */
final class Extensions {
  private Extensions() {}

  /**
   * An {@code extend} section.
   *
   * @param columns each over the schema up to itself
   * @param extended the input's columns and then these
   */
  record Read(List<Derived> columns, Columns extended) {}

  /**
   * Reads {@code extend}; without it the input stays as it is.
   *
   * @param section a mapping of names to expressions
   */
  static Read read(Optional<Value> section, Columns input) {
    if (section.isEmpty()) {
      return new Read(List.of(), input);
    }
    OutputColumns columns = OutputColumns.extending(input);
    List<Derived> extend = read(section.get(), columns);
    return new Read(extend, columns.soFar());
  }

  /** Reads computed columns and adds them to those that are there. */
  static List<Derived> read(Value section, OutputColumns columns) {
    List<Derived> computed = new ArrayList<>();
    for (Value.Entry entry : section.entries()) {
      Optional<Expression> expression = new Expressions(columns.soFar()).read(entry.value());
      expression.ifPresent(e -> computed.add(new Derived(entry.name(), e)));
      columns.computed(
          entry.key(), entry.name(), expression.map(e -> e.column(entry.name(), true)));
    }
    return computed;
  }
}
