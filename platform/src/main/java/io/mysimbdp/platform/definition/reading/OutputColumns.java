package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The output columns of a rollup, as they are gathered. */
final class OutputColumns {
  private static final Set<String> PLATFORM =
      Set.of(
          Rollup.WINDOW_START,
          Rollup.WINDOW_END,
          Rollup.EVENT_TIME,
          Rollup.INTERVAL_START,
          Rollup.INTERVAL_END,
          Rollup.PERIOD,
          Rollup.PERIOD_START,
          Rollup.PERIOD_END);

  private final Set<String> added;
  private final List<Column> columns = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private boolean known;

  /**
   * No columns yet.
   *
   * @param added the columns that the platform adds to this rollup
   * @param known whether the input is known
   */
  OutputColumns(Set<String> added, boolean known) {
    this.added = added;
    this.known = known;
  }

  /** The columns of an input that computed ones are added to. */
  static OutputColumns extending(Columns input) {
    OutputColumns columns = new OutputColumns(Set.of(), input.known());
    columns.columns.addAll(input.schema().columns());
    columns.broken.addAll(input.broken());
    columns.names.addAll(input.names());
    return columns;
  }

  /** A column that the platform adds. */
  void platform(String name) {
    columns.add(new Column(name, ColumnType.TIMESTAMP, false));
  }

  /** A column of the rollup's own that its kind gives it. */
  void given(Column column) {
    names.add(column.name());
    columns.add(column);
  }

  /** A column carried over from the input under its own name. */
  void carried(Value value, Column column) {
    if (added.contains(column.name())) {
      value.report("the platform itself adds a column '" + column.name() + "' to this table");
      broken.add(column.name());
    } else if (accept(value, column.name())) {
      columns.add(column);
    }
  }

  /** A column that the definition names and computes; empty if its expression is at fault. */
  void computed(Value key, String name, Optional<Column> column) {
    if (PLATFORM.contains(name)) {
      key.report("'" + name + "' is a column of the platform; choose another name");
      broken.add(name);
    } else if (accept(key, name)) {
      column.ifPresentOrElse(columns::add, () -> broken.add(name));
    }
  }

  private boolean accept(Value value, String name) {
    Optional<String> wrong =
        names.add(name)
            ? NameRules.column(name)
            : Optional.of("column '" + name + "' is there already; choose another name");
    wrong.ifPresent(
        message -> {
          value.report(message);
          broken.add(name);
        });
    return wrong.isEmpty();
  }

  /** From now on the columns are not known. */
  void unknown() {
    known = false;
  }

  /** The columns so far. */
  Columns soFar() {
    return known ? new Columns(new RecordSchema(columns), broken, true) : Columns.UNKNOWN;
  }

  Set<String> broken() {
    return broken;
  }
}
