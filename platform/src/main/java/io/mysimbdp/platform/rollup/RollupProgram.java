package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A rollup made ready to run: {@code where}, grouping, aggregates and derived columns over rows.
 * The stream job runs it over windows, the batch job over intervals. Holds no data; not thread-safe
 * only in that expressions are not required to be.
 */
public final class RollupProgram {
  private final Rollup rollup;
  private final int index;
  private final RecordSchema output;
  private final int[] groupColumns;
  private final ColumnType[] groupTypes;
  private final Aggregate[] aggregates;
  private final Expression[] arguments;
  private final ComputedColumns derived;

  /**
   * A program.
   *
   * @param index the number that its {@link GroupKey}s carry
   */
  public RollupProgram(Rollup rollup, int index) {
    this.rollup = rollup;
    this.index = index;
    this.output = rollup.output();
    this.groupColumns = rollup.groupBy().stream().mapToInt(Integer::intValue).toArray();
    this.groupTypes =
        rollup.groupBy().stream()
            .map(column -> rollup.input().column(column).type())
            .toArray(ColumnType[]::new);
    this.aggregates = rollup.aggregates().toArray(Aggregate[]::new);
    this.arguments =
        rollup.aggregates().stream().map(Aggregate::argument).toArray(Expression[]::new);
    this.derived = new ComputedColumns(rollup.derive(), output);
  }

  /** The definition that this program runs. */
  public Rollup rollup() {
    return rollup;
  }

  /** The number that this program's group keys carry. */
  public int index() {
    return index;
  }

  /** The types of the group columns, in the order of {@code group_by}. */
  public ColumnType groupType(int column) {
    return groupTypes[column];
  }

  /**
   * Whether a row of the input takes part.
   *
   * @throws EvaluationException if {@code where} has no result for it
   */
  public boolean takes(Row row) {
    return rollup.where() == null || rollup.where().evaluateBoolean(row);
  }

  /** The group of an input row. */
  public GroupKey group(Row row) {
    Object[] values = new Object[groupColumns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(groupColumns[i], groupTypes[i]);
    }
    return new GroupKey(index, values);
  }

  /** An accumulator over no rows. */
  public Accumulator newAccumulator() {
    Cell[] cells = new Cell[aggregates.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Cell.of(aggregates[i]);
    }
    return new Accumulator(cells);
  }

  /**
   * Adds an input row. An argument without a result there counts as null.
   *
   * @param time event time, milliseconds since the epoch; of a silver row its window's end
   */
  public void add(Accumulator accumulator, Row row, long time, int partition, long offset) {
    accumulator.records++;
    Cell[] cells = accumulator.cells;
    for (int i = 0; i < cells.length; i++) {
      try {
        cells[i].add(arguments[i], row, time, partition, offset);
      } catch (EvaluationException e) {
        // no value: skipped, as a null is
      }
    }
  }

  /** Adds what {@code from} holds to {@code into}. */
  public void merge(Accumulator into, Accumulator from) {
    into.records += from.records;
    for (int i = 0; i < into.cells.length; i++) {
      into.cells[i].merge(from.cells[i]);
    }
  }

  /**
   * The output row of one group and span.
   *
   * @param start start of the window or interval, milliseconds since the epoch
   * @param end its end
   */
  public Row finish(GroupKey key, long start, long end, Accumulator accumulator) {
    boolean spanFirst = rollup.span() instanceof Span.Interval;
    Row row = new Row(output.size());
    int times = spanFirst ? 0 : groupTypes.length;
    row.setLong(times, start);
    row.setLong(times + 1, end);
    gather(row, key, spanFirst ? 2 : 0, spanFirst ? 0 : 2, accumulator);
    derive(row);
    return row;
  }

  /**
   * The output row of one group of a gold table, without what says which span it is of and what is
   * computed from other rows or columns.
   */
  public Row gathered(GroupKey key, Accumulator accumulator) {
    Row row = new Row(output.size());
    gather(row, key, rollup.spanColumns(), 0, accumulator);
    return row;
  }

  private void gather(Row row, GroupKey key, int before, int between, Accumulator accumulator) {
    int column = before;
    for (int i = 0; i < groupTypes.length; i++) {
      row.set(column++, groupTypes[i], key.value(i));
    }
    column += between;
    for (int i = 0; i < aggregates.length; i++) {
      row.set(column++, aggregates[i].type(), accumulator.cells[i].result());
    }
  }

  /** Sets the derived columns of an output row from its others. */
  public void derive(Row row) {
    derived.fill(row);
  }

  /**
   * The output row of one input row, for a rollup without a span.
   *
   * @param time the record's event time, milliseconds since the epoch
   */
  public Row each(Row input, long time) {
    Row row = new Row(output.size());
    for (int i = 0; i < groupColumns.length; i++) {
      row.set(i, groupTypes[i], input.get(groupColumns[i], groupTypes[i]));
    }
    row.setLong(groupColumns.length, time);
    derive(row);
    return row;
  }

  /** The output row with these values in its first columns, and its derived columns. */
  public Row row(Object... values) {
    Row row = new Row(output.size());
    for (int i = 0; i < values.length; i++) {
      row.set(i, output.column(i).type(), values[i]);
    }
    derived.fill(row);
    return row;
  }

  /** Whether an output row is also an alert. A condition without a result is none. */
  public boolean isAlert(Row row) {
    if (rollup.alert() == null) {
      return false;
    }
    try {
      return rollup.alert().evaluateBoolean(row);
    } catch (EvaluationException e) {
      return false;
    }
  }

  /** Writes an accumulator of this program. */
  public void write(DataOutput out, Accumulator accumulator) throws IOException {
    out.writeLong(accumulator.records);
    for (Cell cell : accumulator.cells) {
      cell.write(out);
    }
  }

  /** Reads what {@link #write(DataOutput, Accumulator)} wrote. */
  public Accumulator readAccumulator(DataInput in) throws IOException {
    Accumulator accumulator = newAccumulator();
    accumulator.records = in.readLong();
    for (Cell cell : accumulator.cells) {
      cell.read(in);
    }
    return accumulator;
  }

  /** Writes the values of a key of this program, without the program's number. */
  public void write(DataOutput out, GroupKey key) throws IOException {
    for (int i = 0; i < groupTypes.length; i++) {
      Values.write(out, groupTypes[i], key.value(i));
    }
  }

  /** Reads what {@link #write(DataOutput, GroupKey)} wrote. */
  public GroupKey readKey(DataInput in) throws IOException {
    Object[] values = new Object[groupTypes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Values.read(in, groupTypes[i]);
    }
    return new GroupKey(index, values);
  }
}
