package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.EventTime.Unit;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.spelling.NearestName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code event_time} of a raw stream. */
final class EventTimes {
  private static final Map<String, Unit> UNITS =
      Map.of("s", Unit.SECONDS, "ms", Unit.MILLISECONDS, "us", Unit.MICROSECONDS);
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("field", "the column that holds the time"),
          Section.Key.optional("unit"),
          Section.Key.optional("origin"),
          Section.Key.optional("earliest"),
          Section.Key.optional("latest"),
          Section.Key.optional("max_ahead"));

  private EventTimes() {}

  /** The event time, or none and at least one problem; none also if the columns are unknown. */
  static Optional<EventTime> read(Value owner, Value value, Columns columns) {
    Section section = Section.open(owner, value, "event_time", KEYS);
    Optional<Unit> unit =
        section.get("unit").flatMap(v -> v.choice(List.of("s", "ms", "us"))).map(UNITS::get);
    Optional<Instant> origin = section.get("origin").flatMap(Value::instant);
    Optional<Instant> earliest = section.get("earliest").flatMap(Value::instant);
    Optional<Instant> latest = section.get("latest").flatMap(Value::instant);
    Optional<Duration> ahead =
        section.get("max_ahead").flatMap(v -> v.duration(Duration.ofSeconds(1)));
    if (earliest.isPresent() && latest.isPresent() && latest.get().isBefore(earliest.get())) {
      section.report("latest", "'latest' lies before 'earliest'");
    }
    Optional<Integer> column = section.get("field").flatMap(v -> column(v, columns, section));
    return column.map(
        index ->
            new EventTime(
                index,
                unit.orElse(Unit.MILLISECONDS),
                origin.orElse(Instant.EPOCH),
                earliest.orElse(null),
                latest.orElse(null),
                ahead.orElse(Duration.ofDays(1))));
  }

  private static Optional<Integer> column(Value field, Columns columns, Section section) {
    Optional<String> name = field.text();
    if (name.isEmpty() || !columns.known()) {
      return Optional.empty();
    }
    int index = columns.schema().indexOf(name.get());
    if (index < 0) {
      field.report(
          "unknown column '" + name.get() + "'" + NearestName.hint(name.get(), columns.names()));
      return Optional.empty();
    }
    Column column = columns.schema().column(index);
    if (column.nullable()) {
      field.report(
          "'"
              + column.name()
              + "' may be null in the Avro schema, but every record needs an event"
              + " time; take the null out of its type");
    }
    if (column.type() == ColumnType.TIMESTAMP) {
      for (String key : List.of("unit", "origin")) {
        if (section.has(key)) {
          section.report(
              key, "'" + column.name() + "' is a timestamp-millis, which needs no '" + key + "'");
        }
      }
    } else if (column.type() != ColumnType.LONG) {
      field.report(
          "'"
              + column.name()
              + "' is "
              + Expressions.typeName(column.type())
              + "; an event time is a long or a timestamp-millis");
    } else if (!section.has("unit")) {
      field.report("'" + column.name() + "' is a number, so event_time needs 'unit': s, ms or us");
    }
    return Optional.of(index);
  }
}
