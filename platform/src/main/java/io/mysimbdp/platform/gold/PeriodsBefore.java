package io.mysimbdp.platform.gold;

import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.definition.Refinement.Previous;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.util.List;
import java.util.Map;

/** Sets the columns that repeat what the period before says. */
final class PeriodsBefore {
  private final List<Previous> columns;
  private final Rollup table;
  private final int first;

  PeriodsBefore(Rollup table) {
    this.table = table;
    this.columns = table.refinement().previous();
    this.first = columns.isEmpty() ? 0 : table.output().indexOf(columns.get(0).name());
  }

  /**
   * Sets them in all rows of one group and one kind of period.
   *
   * @param rows by their periods
   */
  void fill(Map<Period, Row> rows) {
    rows.forEach((period, row) -> fill(row, rows.get(period.previous())));
  }

  /**
   * @param before the row one period before; null if there is none
   */
  private void fill(Row row, Row before) {
    for (int i = 0; i < columns.size(); i++) {
      int source = columns.get(i).column();
      ColumnType type = table.output().column(source).type();
      row.set(first + i, type, before == null ? null : before.get(source, type));
    }
  }
}
