package io.mysimbdp.platform.gold;

import io.mysimbdp.platform.definition.Refinement.Rank;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks the rows of one span. */
final class Ranking {
  private final Rank rank;
  private final RecordSchema schema;
  private final int groupStart;
  private final int groupEnd;
  private final int first;

  /** The ranking of a table that has one. */
  Ranking(Rollup table) {
    this.rank = table.refinement().rank();
    this.schema = table.output();
    this.groupStart = table.spanColumns();
    this.groupEnd = groupStart + table.groupBy().size();
    this.first = schema.indexOf(Rank.RANK);
  }

  /**
   * Numbers rows that are ranked together.
   *
   * @return those within the limit, in the order of their rank
   */
  List<Row> rank(List<Row> rows) {
    List<Row> ordered = new ArrayList<>(rows);
    ordered.sort(order());
    BigDecimal sum =
        rows.stream()
            .map(row -> number(value(row, rank.by())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (int i = 0; i < ordered.size(); i++) {
      Row row = ordered.get(i);
      row.setLong(first, i + 1L);
      row.setLong(first + 1, ordered.size());
      share(row, sum);
    }
    return rank.limit() == 0 || ordered.size() <= rank.limit()
        ? ordered
        : ordered.subList(0, rank.limit());
  }

  /** A sum of exact values rounded once does not depend on their order. */
  private void share(Row row, BigDecimal sum) {
    Object value = value(row, rank.by());
    boolean number = schema.column(rank.by()).type() != ColumnType.TIMESTAMP;
    double share =
        value == null || !number ? Double.NaN : number(value).doubleValue() / sum.doubleValue();
    if (Double.isFinite(share)) {
      row.setDouble(first + 2, share);
    } else {
      row.setNull(first + 2);
    }
  }

  private Comparator<Row> order() {
    Comparator<Object> values = Values::compare;
    Comparator<Row> order =
        Comparator.comparing(
            row -> value(row, rank.by()),
            Comparator.nullsLast(rank.descending() ? values.reversed() : values));
    for (int column = groupStart; column < groupEnd; column++) {
      int position = column;
      order = order.thenComparing(row -> value(row, position), Comparator.nullsLast(values));
    }
    return order;
  }

  private Object value(Row row, int column) {
    return row.get(column, schema.column(column).type());
  }

  /** The exact number; 0 for null. */
  private static BigDecimal number(Object value) {
    if (value == null) {
      return BigDecimal.ZERO;
    }
    if (value instanceof Double number) {
      return new BigDecimal(number);
    }
    return value instanceof BigDecimal number ? number : BigDecimal.valueOf((Long) value);
  }
}
