package io.mysimbdp.platform.window;

/**
 * Remembers the windows of the slice it looked at last: records follow each other in time, and a
 * comparison is cheaper than divisions, not to speak of clocks that change. Not thread-safe.
 */
public final class SliceCursor {
  private final Windows windows;
  private long start = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;
  private long partStart;
  private long firstEnd;
  private long lastEnd;
  private long pairs;

  public SliceCursor(Windows windows) {
    this.windows = windows;
  }

  /** Looks at the slice that contains this time. */
  public void moveTo(long time) {
    if (time < start || time >= end) {
      start = windows.sliceStart(time);
      end = windows.sliceEnd(time);
      partStart = windows.partStart(time);
      firstEnd = windows.firstEnd(time);
      lastEnd = windows.lastEnd(time);
      pairs = windows.joined(time, firstEnd);
    }
  }

  public Windows windows() {
    return windows;
  }

  /** See {@link Windows#partStart}. */
  public long partStart() {
    return partStart;
  }

  /** See {@link Windows#firstEnd}. */
  public long firstEnd() {
    return firstEnd;
  }

  /** See {@link Windows#lastEnd}. */
  public long lastEnd() {
    return lastEnd;
  }

  /** See {@link Windows#joined}, of a record of this slice. */
  public long joined(long firstJoin) {
    return firstJoin == firstEnd ? pairs : windows.joined(start, firstJoin);
  }
}
