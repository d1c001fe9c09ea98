package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.EventTimeForm;
import io.mysimbdp.platform.definition.EventTimeForm.Unit;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.LocalTimeText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how an event time stands in a record: which keys belong to it follows from the type of its
 * column.
 *
 * @param section an open {@code event_time}
 * @param zone in which local times are read
 */
record EventTimeForms(Section section, Columns columns, ZoneId zone) {
  private static final Map<String, Unit> UNITS =
      Map.of("s", Unit.SECONDS, "ms", Unit.MILLISECONDS, "us", Unit.MICROSECONDS);
  private static final List<String> OF_NUMBERS = List.of("unit", "origin", "special");
  private static final List<String> OF_TEXTS = List.of("pattern");

  /** The form, or none; none and no problem only if the columns are unknown. */
  Optional<EventTimeForm> read(Value owner, Value value) {
    Optional<Unit> unit =
        section.get("unit").flatMap(v -> v.choice(List.of("s", "ms", "us"))).map(UNITS::get);
    Optional<Instant> origin = section.get("origin").flatMap(Value::instant);
    Map<Long, Instant> special =
        section.get("special").map(EventTimeForms::special).orElse(Map.of());
    Optional<String> pattern = section.get("pattern").flatMap(EventTimeForms::pattern);
    if (section.has("field") && section.has("fields")) {
      section.report("fields", "event_time has either 'field' or 'fields'");
      return Optional.empty();
    }
    if (section.has("fields")) {
      return section.get("fields").flatMap(v -> texts(v, pattern));
    }
    if (section.lacks("field") && value.isMapping()) {
      owner.report("event_time needs 'field': the column that holds the time");
    }
    return section
        .get("field")
        .flatMap(
            field ->
                column(field)
                    .map(
                        index ->
                            form(
                                field,
                                index,
                                new EventTimeForm.Numeric(
                                    index,
                                    unit.orElse(Unit.MILLISECONDS),
                                    origin.orElse(Instant.EPOCH),
                                    special),
                                pattern)));
  }

  private EventTimeForm form(
      Value field, int index, EventTimeForm.Numeric numeric, Optional<String> pattern) {
    Column column = columns.schema().column(index);
    refuseNull(field, column);
    switch (column.type()) {
      case LONG -> {
        refuse(OF_TEXTS, column, "is a number");
        if (!section.has("unit")) {
          field.report(
              "'" + column.name() + "' is a number, so event_time needs 'unit': s, ms or us");
        }
        return numeric;
      }
      case TIMESTAMP -> {
        refuse(OF_NUMBERS, column, "is a timestamp-millis");
        refuse(OF_TEXTS, column, "is a timestamp-millis");
        return new EventTimeForm.Millis(index);
      }
      case TEXT -> {
        refuse(OF_NUMBERS, column, "is a string");
        requirePattern(field, column);
        return new EventTimeForm.LocalText(List.of(index), pattern.orElse(""), zone);
      }
      default -> {
        field.report(
            "'"
                + column.name()
                + "' is "
                + Expressions.typeName(column.type())
                + "; an event time is a long, a timestamp-millis, or a string with a 'pattern'");
        return numeric;
      }
    }
  }

  private Optional<EventTimeForm> texts(Value value, Optional<String> pattern) {
    List<ColumnNames.Named> named = ColumnNames.read(value, columns, "an event time");
    for (ColumnNames.Named one : named) {
      Column column = columns.schema().column(one.index());
      refuseNull(one.value(), column);
      if (column.type() != ColumnType.TEXT) {
        one.value()
            .report(
                "'"
                    + column.name()
                    + "' is "
                    + Expressions.typeName(column.type())
                    + "; 'fields' are strings, joined by one space and read after 'pattern'");
      }
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Column first = columns.schema().column(named.get(0).index());
    refuse(OF_NUMBERS, first, "is one of several strings");
    if (first.type() == ColumnType.TEXT) {
      requirePattern(value, first);
    }
    return Optional.of(
        new EventTimeForm.LocalText(
            named.stream().map(ColumnNames.Named::index).toList(), pattern.orElse(""), zone));
  }

  private Optional<Integer> column(Value field) {
    return columns.known()
        ? ColumnNames.find(field, columns).map(ColumnNames.Named::index)
        : Optional.empty();
  }

  private static void refuseNull(Value field, Column column) {
    if (column.nullable()) {
      field.report(
          "'"
              + column.name()
              + "' may be null in the Avro schema, but every record needs an event"
              + " time; take the null out of its type");
    }
  }

  private void refuse(List<String> keys, Column column, String what) {
    for (String key : keys) {
      if (section.has(key)) {
        section.report(key, "'" + column.name() + "' " + what + ", which needs no '" + key + "'");
      }
    }
  }

  private void requirePattern(Value at, Column column) {
    if (section.lacks("pattern")) {
      at.report(
          "'"
              + column.name()
              + "' is a string, so event_time needs 'pattern', such as \"yyyy-MM-dd HH:mm:ss\"");
    }
  }

  private static Optional<String> pattern(Value value) {
    Optional<String> text = value.text();
    text.flatMap(LocalTimeText::problem).ifPresent(value::report);
    return text;
  }

  private static Map<Long, Instant> special(Value value) {
    Map<Long, Instant> special = new HashMap<>();
    for (Value.Entry entry : value.entries()) {
      try {
        long number = Long.parseLong(entry.name());
        entry.value().instant().ifPresent(instant -> special.put(number, instant));
      } catch (NumberFormatException e) {
        entry
            .key()
            .report(
                "'"
                    + entry.name()
                    + "' is no whole number of 64 bits; 'special' says which values of the column"
                    + " mean which instants");
      }
    }
    return special;
  }
}
