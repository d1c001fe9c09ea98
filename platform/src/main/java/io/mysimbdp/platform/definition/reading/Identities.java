package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Identity;
import io.mysimbdp.platform.record.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the {@code identity} of a raw stream. */
final class Identities {
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("columns", "those by which a record is recognised, as a list"),
          Section.Key.required("horizon", "for how long it is remembered, such as 7d"));

  private Identities() {}

  /** The identity, or none and at least one problem; none also if the columns are unknown. */
  static Optional<Identity> read(Value owner, Value value, Columns columns) {
    Section section = Section.open(owner, value, "an identity", KEYS);
    Optional<List<Integer>> indices = section.get("columns").flatMap(v -> columns(v, columns));
    Optional<Duration> horizon =
        section.get("horizon").flatMap(v -> v.duration(Duration.ofSeconds(1)));
    return indices.isEmpty() || horizon.isEmpty()
        ? Optional.empty()
        : Optional.of(new Identity(indices.get(), horizon.get()));
  }

  private static Optional<List<Integer>> columns(Value value, Columns columns) {
    List<ColumnNames.Named> named = ColumnNames.read(value, columns, "an identity");
    ColumnNames.refuseDoubles(named, columns, "an identity");
    for (ColumnNames.Named one : named) {
      Column column = columns.schema().column(one.index());
      if (column.nullable()) {
        one.value()
            .report(
                "'"
                    + column.name()
                    + "' may be null in the Avro schema, but a record is recognised by it; take"
                    + " the null out of its type");
      }
    }
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(named.stream().map(ColumnNames.Named::index).toList());
  }
}
