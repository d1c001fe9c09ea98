package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code presence: {entity: person, place: room, show: stays}}. */
final class Presences {
  private static final List<String> SHOWS =
      Arrays.stream(Span.Show.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("entity", "the column that says who it is about"),
          Section.Key.required("place", "the column that says where that one was"),
          Section.Key.required("show", "one of " + String.join(", ", SHOWS)));
  private static final List<String> OTHERS = List.of("window", "select", "aggregates", "group_by");

  private final Columns input;
  private final Set<Integer> notNull;

  private Presences(Columns input, Set<Integer> notNull) {
    this.input = input;
    this.notNull = notNull;
  }

  /**
   * The body of a rollup that has {@code presence}.
   *
   * @param rollup where {@code presence} stands
   * @param notNull positions of input columns that {@code where} says are not null
   */
  static Rollups.Body read(Section rollup, Columns input, Set<Integer> notNull) {
    for (String key : OTHERS) {
      if (rollup.has(key)) {
        rollup.report(key, "an analytic with 'presence' has no '" + key + "'");
      }
    }
    return rollup
        .get("presence")
        .map(value -> new Presences(input, notNull).body(value))
        .orElseGet(Presences::unknown);
  }

  private Rollups.Body body(Value value) {
    Section section = Section.open(value, value, "presence", KEYS);
    Optional<Value> entity = section.get("entity");
    Optional<Value> place = section.get("place");
    Optional<ColumnNames.Named> who = entity.flatMap(this::column);
    Optional<ColumnNames.Named> where = place.flatMap(this::column);
    Optional<Span.Show> show =
        section
            .get("show")
            .flatMap(v -> v.choice(SHOWS))
            .map(word -> Span.Show.valueOf(word.toUpperCase(Locale.ROOT)));
    if (who.isEmpty() || where.isEmpty() || show.isEmpty()) {
      return unknown();
    }
    if (who.get().index() == where.get().index()) {
      where.get().value().report("'entity' and 'place' are one and the same column");
      return unknown();
    }
    Span.Presence span = new Span.Presence(who.get().index(), where.get().index(), show.get());
    int first = span.show() == Span.Show.OCCUPANCY ? span.place() : span.entity();
    return new Rollups.Body(
        Optional.of(span), List.of(first), List.of(), output(span.show(), who.get(), where.get()));
  }

  private static Rollups.Body unknown() {
    return new Rollups.Body(
        Optional.empty(), List.of(), List.of(), new OutputColumns(Set.of(), false));
  }

  /** The column, if it is known; what is wrong with it becomes a problem. */
  private Optional<ColumnNames.Named> column(Value value) {
    Optional<ColumnNames.Named> named = ColumnNames.find(value, input);
    if (named.isEmpty()) {
      return named;
    }
    ColumnNames.refuseDoubles(List.of(named.get()), input, "presence");
    Column column = input.schema().column(named.get().index());
    if (column.nullable() && !notNull.contains(named.get().index())) {
      value.report(
          "'"
              + column.name()
              + "' may be null, but who is where may not; leave such rows out with where: \""
              + column.name()
              + " != null\"");
    }
    return named;
  }

  private OutputColumns output(Span.Show show, ColumnNames.Named who, ColumnNames.Named where) {
    Column place = column(where);
    Column cameFrom = new Column("came_from", place.type(), true);
    switch (show) {
      case OCCUPANCY -> {
        OutputColumns out = columns(Rollup.EVENT_TIME, "occupants", "arrived", "departed");
        out.carried(where.value(), place);
        out.platform(Rollup.EVENT_TIME);
        out.given(number("occupants"));
        out.given(number("arrived"));
        out.given(number("departed"));
        return out;
      }
      case ARRIVALS -> {
        OutputColumns out = columns(Rollup.EVENT_TIME, cameFrom.name());
        out.carried(who.value(), column(who));
        out.platform(Rollup.EVENT_TIME);
        out.carried(where.value(), place);
        out.given(cameFrom);
        return out;
      }
      case STAYS -> {
        OutputColumns out = columns(Rollup.ARRIVED, Rollup.DEPARTED, "seconds", "events", "open");
        out.carried(who.value(), column(who));
        out.given(new Column(Rollup.ARRIVED, ColumnType.TIMESTAMP, false));
        out.given(new Column(Rollup.DEPARTED, ColumnType.TIMESTAMP, false));
        out.carried(where.value(), place);
        out.given(number("seconds"));
        out.given(number("events"));
        out.given(new Column("open", ColumnType.BOOLEAN, false));
        return out;
      }
    }
    throw new IllegalStateException("no columns for " + show);
  }

  private static OutputColumns columns(String... added) {
    return new OutputColumns(Set.of(added), true);
  }

  private Column column(ColumnNames.Named named) {
    Column column = input.schema().column(named.index());
    return new Column(column.name(), column.type(), false);
  }

  private static Column number(String name) {
    return new Column(name, ColumnType.LONG, false);
  }
}
