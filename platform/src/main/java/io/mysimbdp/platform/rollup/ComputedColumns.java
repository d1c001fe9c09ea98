package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.definition.Derived;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.util.List;

/**
 * The last columns of a row, computed from those before them: what {@code derive} adds to the rows
 * out and {@code extend} to the rows in.
 */
public final class ComputedColumns {
  private final Derived[] columns;
  private final ColumnType[] types;
  private final int first;

  /**
   * Columns ready to be computed.
   *
   * @param columns each sees those before it
   * @param schema of the whole row; these columns are its last
   */
  public ComputedColumns(List<Derived> columns, RecordSchema schema) {
    this.columns = columns.toArray(Derived[]::new);
    this.first = schema.size() - this.columns.length;
    this.types =
        schema.columns().subList(first, schema.size()).stream()
            .map(column -> column.type())
            .toArray(ColumnType[]::new);
  }

  /** Sets them in a row whose other columns are set; what has no result becomes null. */
  public void fill(Row row) {
    for (int i = 0; i < columns.length; i++) {
      try {
        row.set(first + i, types[i], columns[i].expression().evaluate(row));
      } catch (EvaluationException e) {
        row.setNull(first + i);
      }
    }
  }
}
