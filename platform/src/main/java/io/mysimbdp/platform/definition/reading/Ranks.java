package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Refinement.Rank;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code rank: {by: trips, order: descending, within: [area], limit: 10}}. */
final class Ranks {
  private static final Set<ColumnType> RANKED =
      EnumSet.of(ColumnType.LONG, ColumnType.DOUBLE, ColumnType.DECIMAL, ColumnType.TIMESTAMP);
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("by", "the column by whose values rows are ranked"),
          Section.Key.optional("order"),
          Section.Key.optional("within"),
          Section.Key.optional("limit"));

  private Ranks() {}

  /**
   * Reads a rank.
   *
   * @param groupStart position in the output of the first group column
   * @param groupSize how many there are
   * @param out holds the columns up to those of the period before; gets those of the rank
   */
  static Optional<Rank> read(Section table, int groupStart, int groupSize, OutputColumns out) {
    Optional<Value> value = table.get("rank");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Section section = Section.open(value.get(), value.get(), "a rank", KEYS);
    Columns columns = out.soFar();
    Optional<Integer> by = section.get("by").flatMap(v -> by(v, columns, table));
    boolean ascending =
        section
            .get("order")
            .flatMap(v -> v.choice(List.of("ascending", "descending")))
            .filter("ascending"::equals)
            .isPresent();
    List<Integer> within =
        section.get("within").map(v -> within(v, columns, groupStart, groupSize)).orElse(List.of());
    int limit = section.get("limit").flatMap(v -> v.integer(1, Integer.MAX_VALUE)).orElse(0);
    add(out, value.get(), Rank.RANK, ColumnType.LONG, false);
    add(out, value.get(), Rank.RANKED, ColumnType.LONG, false);
    add(out, value.get(), Rank.SHARE, ColumnType.DOUBLE, true);
    return by.map(column -> new Rank(column, !ascending, within, limit));
  }

  private static void add(
      OutputColumns out, Value value, String name, ColumnType type, boolean nullable) {
    out.computed(value, name, Optional.of(new Column(name, type, nullable)));
  }

  private static Optional<Integer> by(Value value, Columns columns, Section table) {
    Optional<String> name = value.text();
    if (name.isEmpty() || !columns.known() || columns.broken().contains(name.get())) {
      return Optional.empty();
    }
    int index = columns.schema().indexOf(name.get());
    if (index < 0) {
      boolean derived =
          table.get("derive").filter(Value::isMapping).stream()
              .flatMap(v -> v.entries().stream())
              .anyMatch(entry -> entry.name().equals(name.get()));
      value.report(
          derived
              ? "'" + name.get() + "' is derived, and rows are ranked before; rank by an aggregate"
              : "unknown column '"
                  + name.get()
                  + "'"
                  + NearestName.hint(name.get(), columns.names()));
      return Optional.empty();
    }
    ColumnType type = columns.schema().column(index).type();
    if (!RANKED.contains(type)) {
      value.report(
          "rows are ranked by a number or a timestamp, but '"
              + name.get()
              + "' is "
              + Expressions.typeName(type));
      return Optional.empty();
    }
    return Optional.of(index);
  }

  private static List<Integer> within(Value value, Columns columns, int groupStart, int groupSize) {
    List<Integer> within = new ArrayList<>();
    for (ColumnNames.Named named : ColumnNames.read(value, columns, "'within'")) {
      if (named.index() < groupStart || named.index() >= groupStart + groupSize) {
        named
            .value()
            .report(
                "'"
                    + columns.schema().column(named.index()).name()
                    + "' is no column of 'group_by'; ranks begin anew within group columns only");
      }
      within.add(named.index());
    }
    return within;
  }
}
