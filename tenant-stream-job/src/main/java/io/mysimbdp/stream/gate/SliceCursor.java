package io.mysimbdp.stream.gate;

import io.mysimbdp.platform.window.Windows;

/**
 * Remembers the windows of the slice it looked at last: records follow each other in time, and a
 * comparison is cheaper than divisions.
 */
final class SliceCursor {
  final Windows windows;
  private final long length;
  private long start = Long.MAX_VALUE;
  private long firstEnd;
  private long lastEnd;

  SliceCursor(Windows windows) {
    this.windows = windows;
    this.length = windows.slice();
  }

  void moveTo(long time) {
    if (time < start || time >= start + length) {
      start = windows.sliceStart(time);
      firstEnd = windows.firstEnd(time);
      lastEnd = windows.lastEnd(time);
    }
  }

  /** See {@link Windows#firstEnd}. */
  long firstEnd() {
    return firstEnd;
  }

  /** See {@link Windows#lastEnd}. */
  long lastEnd() {
    return lastEnd;
  }
}
