package io.mysimbdp.stream.presence;

/** What presence comes to for one analytic. */
public sealed interface Outcome {

  /** The analytic's place among those of its stream. */
  int analytic();

  /**
   * The close of the dataset that it belongs to, milliseconds since the epoch; {@link
   * io.mysimbdp.platform.window.Windows#NONE} outside any.
   */
  long close();

  /** How many raw records it stands for. */
  long records();

  /**
   * A row.
   *
   * @param time that the analytic's rows go by, milliseconds since the epoch
   * @param columns the values of the row's columns before the derived ones; the first is its group
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on inside a chain; never compared
  record Line(int analytic, long close, long time, long records, Object... columns)
      implements Outcome {}

  /** Records that changed nothing and so are in no row. */
  record Unchanged(int analytic, long close, long records) implements Outcome {}
}
