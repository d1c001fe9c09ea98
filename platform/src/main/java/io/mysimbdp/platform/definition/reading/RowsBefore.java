package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.definition.Refinement.Previous;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code previous: {total_before: total}}. */
final class RowsBefore {
  private RowsBefore() {}

  /**
   * Reads the columns of the period before.
   *
   * @param out holds the columns up to the aggregates; gets these
   */
  static List<Previous> read(Section table, List<Aggregate> aggregates, OutputColumns out) {
    Optional<Value> value = table.get("previous");
    if (value.isEmpty()) {
      return List.of();
    }
    if (table.lacks("calendar")) {
      table.report("previous", "only a table with a 'calendar' has a period before");
    }
    Columns columns = out.soFar();
    List<Previous> previous = new ArrayList<>();
    for (Value.Entry entry : value.get().entries()) {
      Optional<Column> source = aggregate(entry.value(), aggregates, columns);
      source.ifPresent(
          c -> previous.add(new Previous(entry.name(), columns.schema().indexOf(c.name()))));
      out.computed(
          entry.key(),
          entry.name(),
          source.map(c -> new Column(entry.name(), c.type(), true, c.precision(), c.scale())));
    }
    return previous;
  }

  private static Optional<Column> aggregate(
      Value value, List<Aggregate> aggregates, Columns columns) {
    Optional<String> name = value.text();
    if (name.isEmpty() || !columns.known() || columns.broken().contains(name.get())) {
      return Optional.empty();
    }
    List<String> names = aggregates.stream().map(Aggregate::name).toList();
    if (!names.contains(name.get())) {
      value.report(
          "unknown aggregate '"
              + name.get()
              + "' of this table"
              + NearestName.hint(name.get(), names));
      return Optional.empty();
    }
    return Optional.of(columns.schema().column(columns.schema().indexOf(name.get())));
  }
}
