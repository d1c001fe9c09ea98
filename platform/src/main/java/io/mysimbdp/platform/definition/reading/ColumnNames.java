package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads lists of column names. */
final class ColumnNames {
  private ColumnNames() {}

  /** A column by name, its position in the schema, and where it was named. */
  record Named(Value value, int index) {}

  /** The columns of a list that are known and fit; the others become problems. */
  static List<Named> read(Value value, Columns columns, String what) {
    List<Named> named = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Value> elements = value.list();
    if (elements.isEmpty() && value.isList()) {
      value.report(what + " needs at least one column");
    }
    for (Value element : elements) {
      Optional<String> name = element.text();
      if (name.isEmpty()) {
        continue;
      }
      if (!seen.add(name.get())) {
        element.report("column '" + name.get() + "' stands here twice");
        continue;
      }
      find(element, columns).ifPresent(named::add);
    }
    return named;
  }

  /**
   * The column that a value names. An unknown one becomes a problem, unless what it may be is
   * unknown too because of a problem elsewhere.
   */
  static Optional<Named> find(Value value, Columns columns) {
    Optional<String> name = value.text();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    int index = columns.schema().indexOf(name.get());
    if (index >= 0) {
      return Optional.of(new Named(value, index));
    }
    if (columns.known() && !columns.broken().contains(name.get())) {
      value.report(
          "unknown column '" + name.get() + "'" + NearestName.hint(name.get(), columns.names()));
    }
    return Optional.empty();
  }

  /**
   * Reports the columns by whose values rows cannot be told apart: two doubles that print alike may
   * differ in a bit, two decimals in their scale, and a sketch is no value.
   */
  static void refuseDoubles(List<Named> named, Columns columns, String what) {
    for (Named column : named) {
      ColumnType type = columns.schema().column(column.index()).type();
      if (type == ColumnType.DOUBLE || type == ColumnType.DECIMAL || type == ColumnType.SKETCH) {
        column
            .value()
            .report(
                "'"
                    + columns.schema().column(column.index()).name()
                    + "' is "
                    + Expressions.typeName(type)
                    + ", but "
                    + what
                    + " is made of text, whole numbers, booleans or timestamps");
      }
    }
  }
}
