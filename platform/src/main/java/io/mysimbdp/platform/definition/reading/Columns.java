package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.RecordSchema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns that an expression or a rollup may use.
 *
 * @param broken names of columns that are there but whose own definition is at fault: to use one is
 *     no further fault
 * @param known whether the columns are known at all; if not, a problem has been reported, and what
 *     uses them is not checked
 */
record Columns(RecordSchema schema, Set<String> broken, boolean known) {
  static final Columns UNKNOWN = new Columns(new RecordSchema(List.of()), Set.of(), false);

  Columns {
    broken = Set.copyOf(broken);
  }

  static Columns of(RecordSchema schema) {
    return new Columns(schema, Set.of(), true);
  }

  List<String> names() {
    return Stream.concat(schema.columns().stream().map(Column::name), broken.stream().sorted())
        .toList();
  }
}
