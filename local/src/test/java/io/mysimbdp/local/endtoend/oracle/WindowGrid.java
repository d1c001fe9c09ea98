package io.mysimbdp.local.endtoend.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Windows of one size that start on every multiple of a slide since the epoch, found by walking
 * over them.
 *
 * @param size in milliseconds
 * @param slide in milliseconds
 */
public record WindowGrid(long size, long slide) {

  /** A grid in minutes. */
  public static WindowGrid minutes(int size, int slide) {
    return new WindowGrid(size * 60_000L, slide * 60_000L);
  }

  /** The windows that contain a time (milliseconds since the epoch), latest first. */
  public List<Window> containing(long time) {
    List<Window> windows = new ArrayList<>(4);
    long start = time;
    while (Math.floorMod(start, slide) != 0) {
      start -= Math.floorMod(start, slide);
    }
    while (start + size > time) {
      windows.add(new Window(start, start + size));
      start -= slide;
    }
    return windows;
  }

  /** The end of the latest window that contains a time. */
  public long latestEnd(long time) {
    return containing(time).get(0).end();
  }
}
