package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.definition.Aggregate;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The accumulator of one aggregate column. Adding and merging commute and associate: the result
 * depends on the multiset of the rows alone.
 */
sealed interface Cell
    permits CountCell,
        LongSumCell,
        DoubleSumCell,
        DecimalSumCell,
        ExtremeCell,
        EdgeCell,
        DistinctCell,
        SketchCell {

  /**
   * Adds a row.
   *
   * @throws io.mysimbdp.platform.expression.EvaluationException if the argument has no value there;
   *     the cell is unchanged then
   */
  void add(Expression argument, Row row, long time, int partition, long offset);

  /** Adds what another cell of the same aggregate holds. */
  void merge(Cell other);

  /** The aggregate's value as {@link Row#get} gives it, or null. */
  Object result();

  void write(DataOutput out) throws IOException;

  void read(DataInput in) throws IOException;

  /** An empty cell for an aggregate. */
  static Cell of(Aggregate aggregate) {
    ColumnType argument =
        aggregate.argument() == null ? ColumnType.LONG : aggregate.argument().type();
    return switch (aggregate.function()) {
      case COUNT, COUNT_IF -> new CountCell(aggregate.function() == Aggregate.Function.COUNT_IF);
      case SUM, AVG -> {
        boolean average = aggregate.function() == Aggregate.Function.AVG;
        yield switch (argument) {
          case DOUBLE -> new DoubleSumCell(average);
          case DECIMAL -> new DecimalSumCell(average);
          default -> new LongSumCell(average);
        };
      }
      case MIN -> new ExtremeCell(argument, -1);
      case MAX -> new ExtremeCell(argument, 1);
      case FIRST -> new EdgeCell(argument, -1);
      case LAST -> new EdgeCell(argument, 1);
      case DISTINCT -> new DistinctCell(argument);
      case SKETCH -> new SketchCell();
      case QUANTILE -> new SketchCell(aggregate.quantile());
    };
  }
}
