package io.mysimbdp.platform.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.definition.Aggregate.Function;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.expression.ExpressionReader;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.sketch.QuantileSketch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Aggregates of decimals and sketches: of the multiset of rows, whatever the order and merging. */
class CellsTest {
  private static final RecordSchema SCHEMA =
      new RecordSchema(
          List.of(
              new Column("fare", ColumnType.DECIMAL, true, 12, 2),
              new Column("n", ColumnType.LONG, true),
              new Column("x", ColumnType.DOUBLE, true),
              new Column("fares", ColumnType.SKETCH, true)));
  private static final List<Aggregate> AGGREGATES =
      List.of(
          aggregate(Function.SUM, 0, ColumnType.DECIMAL),
          aggregate(Function.AVG, 0, ColumnType.DOUBLE),
          aggregate(Function.MIN, 0, ColumnType.DECIMAL),
          aggregate(Function.MAX, 0, ColumnType.DECIMAL),
          aggregate(Function.FIRST, 0, ColumnType.DECIMAL),
          aggregate(Function.LAST, 0, ColumnType.DECIMAL),
          aggregate(Function.DISTINCT, 0, ColumnType.LONG),
          aggregate(Function.COUNT, 0, ColumnType.LONG),
          aggregate(Function.SKETCH, 0, ColumnType.SKETCH),
          aggregate(Function.SKETCH, 1, ColumnType.SKETCH),
          aggregate(Function.SKETCH, 2, ColumnType.SKETCH),
          aggregate(Function.SKETCH, 3, ColumnType.SKETCH),
          aggregate(Function.QUANTILE, 0, ColumnType.DOUBLE),
          aggregate(Function.QUANTILE, 3, ColumnType.DOUBLE));

  private static Aggregate aggregate(Function function, int column, ColumnType type) {
    return new Aggregate("a", function, column(column), type, 0.9);
  }

  private static Expression column(int column) {
    return new ExpressionReader(SCHEMA, Set.of())
        .readCall("f(" + SCHEMA.column(column).name() + ")", Set.of("f"))
        .result()
        .orElseThrow()
        .arguments()
        .get(0);
  }

  @Property
  void partsMergeToTheWhole(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -500, max = 500) Integer> cents,
      @ForAll @IntRange(min = 1, max = 4) int parts,
      @ForAll Random random)
      throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < cents.size(); i++) {
      order.add(i);
    }
    List<Cell> whole = cells();
    order.forEach(i -> add(whole, cents.get(i), i));
    List<List<Cell>> split = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      split.add(cells());
    }
    Collections.shuffle(order, random);
    for (int i : order) {
      add(split.get(random.nextInt(parts)), cents.get(i), i);
    }
    List<Cell> merged = cells();
    for (List<Cell> part : split) {
      for (int i = 0; i < part.size(); i++) {
        merged.get(i).merge(copy(part.get(i), AGGREGATES.get(i)));
      }
    }
    assertThat(results(merged)).isEqualTo(results(whole));
  }

  @Property
  void decimalsAreSummedExactly(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -500, max = 500) Integer> cents) {
    List<Cell> cells = cells();
    long values = 0;
    long sum = 0;
    for (int i = 0; i < cents.size(); i++) {
      add(cells, cents.get(i), i);
      values += cents.get(i) % 7 == 0 ? 0 : 1;
      sum += cents.get(i) % 7 == 0 ? 0 : cents.get(i);
    }
    BigDecimal exact = BigDecimal.valueOf(sum, 2);
    assertThat(cells.get(0).result()).isEqualTo(values == 0 ? null : exact);
    assertThat(cells.get(1).result()).isEqualTo(values == 0 ? null : exact.doubleValue() / values);
    assertThat(cells.get(7).result()).isEqualTo(values);
  }

  @Test
  void overNoValueThereIsNull() {
    List<Cell> cells = cells();
    Row row = new Row(SCHEMA.size());
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).add(AGGREGATES.get(i).argument(), row, 0, 0, 0);
      Function function = AGGREGATES.get(i).function();
      boolean counts = function == Function.COUNT || function == Function.DISTINCT;
      assertThat(cells.get(i).result()).as("%s", function).isEqualTo(counts ? (Object) 0L : null);
    }
  }

  private static List<Cell> cells() {
    return AGGREGATES.stream().map(Cell::of).toList();
  }

  /** Every seventh fare is null, and every fifth sketch. */
  private static void add(List<Cell> cells, int cents, int index) {
    Row row = new Row(SCHEMA.size());
    if (cents % 7 != 0) {
      row.setDecimal(0, BigDecimal.valueOf(cents, 2));
    }
    row.setLong(1, cents);
    row.setDouble(2, cents / 3.0);
    if (cents % 5 != 0) {
      QuantileSketch sketch = new QuantileSketch();
      sketch.add(cents);
      sketch.add(cents / 9.0);
      row.setText(3, sketch.text());
    }
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).add(AGGREGATES.get(i).argument(), row, index / 3, 0, index);
    }
  }

  private static Cell copy(Cell cell, Aggregate aggregate) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    cell.write(new DataOutputStream(bytes));
    Cell copy = Cell.of(aggregate);
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }

  private static List<Object> results(List<Cell> cells) {
    List<Object> results = new ArrayList<>();
    cells.forEach(cell -> results.add(cell.result()));
    return results;
  }
}
