package io.mysimbdp.platform.rollup;

import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.sketch.QuantileSketch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** {@code sketch(x)} and {@code quantile(x, q)} of numbers, or of sketches, which it merges. */
final class SketchCell implements Cell {
  private final boolean whole;
  private final double quantile;
  private QuantileSketch sketch = new QuantileSketch();

  /** Gives the sketch itself. */
  SketchCell() {
    this.whole = true;
    this.quantile = 0;
  }

  /**
   * Gives one quantile.
   *
   * @param quantile 0 to 1
   */
  SketchCell(double quantile) {
    this.whole = false;
    this.quantile = quantile;
  }

  @Override
  public void add(Expression argument, Row row, long time, int partition, long offset) {
    Object value = argument.evaluate(row);
    if (value instanceof String other) {
      sketch.merge(QuantileSketch.parse(other));
    } else if (value != null) {
      sketch.add(((Number) value).doubleValue());
    }
  }

  @Override
  public void merge(Cell other) {
    sketch.merge(((SketchCell) other).sketch);
  }

  @Override
  public Object result() {
    if (sketch.isEmpty()) {
      return null;
    }
    return whole ? sketch.text() : (Object) sketch.quantile(quantile);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Values.writeBytes(out, sketch.bytes());
  }

  @Override
  public void read(DataInput in) throws IOException {
    sketch = QuantileSketch.of(Values.readBytes(in));
  }
}
