package io.mysimbdp.platform.window;

/**
 * Tumbling and sliding windows on the clocks of a time zone: from a boundary to the n-th after it.
 * A day has 23 or 25 hours when the clocks change.
 *
 * @param grid where windows start and end; its steps are the slices
 * @param steps how many make a window
 */
record ZonedWindows(Grid grid, int steps) implements Windows {
  ZonedWindows {
    if (steps < 1) {
      throw new IllegalArgumentException("a window has at least one step, not " + steps);
    }
  }

  @Override
  public long sliceStart(long time) {
    return grid.floor(time);
  }

  @Override
  public long sliceEnd(long time) {
    return grid.next(time);
  }

  @Override
  public long firstEnd(long time) {
    return grid.next(time);
  }

  @Override
  public long lastEnd(long time) {
    return grid.ahead(grid.floor(time), steps);
  }

  @Override
  public long previousEnd(long end) {
    return grid.previous(end);
  }

  @Override
  public long start(long end) {
    return grid.back(end, steps);
  }

  @Override
  public long count(long from, long to) {
    return grid.steps(from, to) + 1;
  }

  @Override
  public boolean isTumbling() {
    return steps == 1;
  }

  @Override
  public long stride() {
    return grid.step();
  }
}
