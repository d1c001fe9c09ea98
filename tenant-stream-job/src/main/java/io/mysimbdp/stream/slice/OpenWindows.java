package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;

/**
 * How the windows of one analytic come about from the parts that lie on the heap and in state. Not
 * thread-safe.
 */
sealed interface OpenWindows permits SlicedWindows, RunningWindows {

  /** Takes a finished window of one group. */
  interface Output {
    /**
     * Takes it.
     *
     * @param accumulator may go on growing after the call
     * @param records how many (record, window) pairs the window's row stands for
     */
    void take(GroupKey key, long start, long end, Accumulator accumulator, long records);
  }

  /** What lies on the heap, and which windows have to fire. */
  OpenSlices heap();

  /**
   * Sees to it that the windows of a part fire, wherever it lies.
   *
   * @param fired the watermark up to which windows have fired already
   */
  void expect(long slice, long firstEnd, long fired);

  /** Fires the window that ends here, and forgets what no later window needs. */
  void fire(long end, Output output) throws Exception;

  /** Notes that such parts lie in state and not on the heap. */
  void noteSpilled(long slice, long firstEnd);

  /** Nothing lies in state alone. */
  void noneSpilled();

  /** Moves all from the heap to state, where it was written before. */
  default void spill() throws Exception {
    heap().forEach((slice, firstEnd, key, entry) -> noteSpilled(slice, firstEnd));
    heap().clear();
  }
}
