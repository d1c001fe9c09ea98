package io.mysimbdp.platform.window;

import java.io.Serializable;

/**
 * Tumbling and sliding event-time windows on shared slices (panes; Li et al., "No Pane, No Gain",
 * SIGMOD Record 2005). A window {@code [start, end)} starts on a multiple of its slide; a slice is
 * the longest stretch that no window start or end cuts, so that each record is aggregated once and
 * a window merges slices. A tumbling window is a sliding one whose slide is its size.
 *
 * <p>All times are milliseconds since the epoch, UTC. A window fires when the watermark reaches
 * {@code end - 1}.
 *
 * @param size length of a window in milliseconds
 * @param slide distance between window starts in milliseconds, at most {@code size}
 */
public record Windows(long size, long slide) implements Serializable {

  /** What {@link #firstJoin} returns when a record joins no window any more. */
  public static final long NONE = Long.MAX_VALUE;

  public Windows {
    if (slide <= 0 || size < slide) {
      throw new IllegalArgumentException(
          "0 < slide <= size, but slide " + slide + ", size " + size);
    }
  }

  /** Length of a slice in milliseconds. */
  public long slice() {
    long a = size;
    long b = slide;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** Start of the slice that contains this time. */
  public long sliceStart(long time) {
    return Math.floorDiv(time, slice()) * slice();
  }

  /** End of the earliest window that contains this time. */
  public long firstEnd(long time) {
    return (Math.floorDiv(time - size, slide) + 1) * slide + size;
  }

  /** End of the latest window that contains this time. */
  public long lastEnd(long time) {
    return Math.floorDiv(time, slide) * slide + size;
  }

  /** The end of the window after the one that ends here. */
  public long nextEnd(long end) {
    return end + slide;
  }

  /** Start of the window that ends here. */
  public long start(long end) {
    return end - size;
  }

  /**
   * End of the earliest window that contains this time and is still open, given that every window
   * with {@code end <= closed} is not; {@link #NONE} if there is none.
   */
  public long firstJoin(long time, long closed) {
    long first = firstEnd(time);
    if (first > closed) {
      return first;
    }
    long join = first + (Math.floorDiv(closed - first, slide) + 1) * slide;
    return join <= lastEnd(time) ? join : NONE;
  }

  /** How many windows contain this time and end at {@code firstJoin} or later. */
  public int joined(long time, long firstJoin) {
    return firstJoin == NONE ? 0 : (int) ((lastEnd(time) - firstJoin) / slide) + 1;
  }
}
