package io.mysimbdp.platform.window;

/**
 * Tumbling and sliding windows in UTC: pure arithmetic. A window starts on a multiple of its slide;
 * a tumbling window is a sliding one whose slide is its size. Slices are as long as the greatest
 * common divisor of both.
 *
 * @param size length of a window in milliseconds
 * @param slide distance between window starts in milliseconds, at most {@code size}
 */
record FixedWindows(long size, long slide) implements Windows {

  public FixedWindows {
    if (slide <= 0 || size < slide) {
      throw new IllegalArgumentException(
          "0 < slide <= size, but slide " + slide + ", size " + size);
    }
  }

  /** Length of a slice in milliseconds. */
  private long slice() {
    long a = size;
    long b = slide;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  @Override
  public long sliceStart(long time) {
    long slice = slice();
    return Math.floorDiv(time, slice) * slice;
  }

  @Override
  public long sliceEnd(long time) {
    return sliceStart(time) + slice();
  }

  @Override
  public long firstEnd(long time) {
    return (Math.floorDiv(time - size, slide) + 1) * slide + size;
  }

  @Override
  public long lastEnd(long time) {
    return Math.floorDiv(time, slide) * slide + size;
  }

  @Override
  public long previousEnd(long end) {
    return end - slide;
  }

  @Override
  public long start(long end) {
    return end - size;
  }

  @Override
  public long count(long from, long to) {
    return (to - from) / slide + 1;
  }

  @Override
  public boolean isTumbling() {
    return size == slide;
  }

  @Override
  public long stride() {
    return slide;
  }
}
