package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.line.Lines;
import java.util.List;

/**
 * Made-up data in the shape of a public dataset: lines of its files, from a seed, one after the
 * other, so that their number does not matter to memory.
 */
public interface SyntheticData {

  /** The kinds of file that the dataset has; {@code Line.input} says which of them a line is of. */
  List<Shape> shapes();

  /** How many lines there are in all kinds of file together. */
  long records();

  /** The lines in the order of their time, from the front; {@code Line.time} is not set. */
  Lines lines();

  /** Lines that need not be among the others, but no other is earlier or later than all of them. */
  Lines edges();

  /**
   * Whether the data fill whole days of local time; otherwise they begin and end anywhere, in UTC.
   */
  boolean wholeDays();

  /**
   * A kind of file.
   *
   * @param columns in their order, as a schema calls them
   * @param header whether real files say so in their first line; if not, only their order counts
   */
  record Shape(List<String> columns, boolean header) {
    public Shape {
      columns = List.copyOf(columns);
    }
  }
}
