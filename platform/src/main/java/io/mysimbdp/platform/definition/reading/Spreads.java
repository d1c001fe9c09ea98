package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Refinement;
import io.mysimbdp.platform.definition.Refinement.Spread;
import io.mysimbdp.platform.definition.Refinement.Step;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code spread: {start: arrived, end: departed, by: hour}}. */
final class Spreads {
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("start", "the timestamp at which a row's stretch of time starts"),
          Section.Key.required("end", "the timestamp at which it ends"),
          Section.Key.required("by", "hour or day"));

  private Spreads() {}

  /**
   * What was found.
   *
   * @param spread none if there is none or something is wrong with it
   * @param columns those of the input and of its pieces
   */
  record Read(Optional<Spread> spread, Columns columns) {}

  static Read read(Section table, Columns input, ZoneId zone) {
    Optional<Value> value = table.get("spread");
    if (value.isEmpty()) {
      return new Read(Optional.empty(), input);
    }
    Section section = Section.open(value.get(), value.get(), "a spread", KEYS);
    Optional<Integer> start = section.get("start").flatMap(v -> timestamp(v, input));
    Optional<Integer> end = section.get("end").flatMap(v -> timestamp(v, input));
    Optional<Step> by =
        section
            .get("by")
            .flatMap(v -> v.choice(List.of("hour", "day")))
            .map(text -> Step.valueOf(text.toUpperCase(Locale.ROOT)));
    OutputColumns columns = OutputColumns.extending(input);
    add(columns, value.get(), Spread.PART_START, ColumnType.TIMESTAMP);
    add(columns, value.get(), Spread.PART_END, ColumnType.TIMESTAMP);
    add(columns, value.get(), Spread.PART_SECONDS, ColumnType.LONG);
    add(columns, value.get(), Spread.FIRST_PART, ColumnType.BOOLEAN);
    Optional<Spread> spread =
        start.isPresent() && end.isPresent() && by.isPresent()
            ? Optional.of(new Refinement.Spread(start.get(), end.get(), by.get(), zone))
            : Optional.empty();
    return new Read(spread, columns.soFar());
  }

  private static void add(OutputColumns columns, Value value, String name, ColumnType type) {
    columns.computed(value, name, Optional.of(new Column(name, type, false)));
  }

  private static Optional<Integer> timestamp(Value value, Columns input) {
    Optional<ColumnNames.Named> named = ColumnNames.find(value, input);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    int index = named.get().index();
    Column column = input.schema().column(index);
    if (column.type() != ColumnType.TIMESTAMP || column.nullable()) {
      value.report(
          "a spread goes from one timestamp to another, neither ever null, but '"
              + column.name()
              + "' is "
              + (column.type() == ColumnType.TIMESTAMP
                  ? "null at times"
                  : Expressions.typeName(column.type())));
      return Optional.empty();
    }
    return Optional.of(index);
  }
}
