package io.mysimbdp.emulator.order;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import java.io.IOException;

/** Lines in order ({@link Line#compareTo}), opened only when a merge gets to the first of them. */
public interface SortedRun {

  /** The first line. */
  Line first();

  /** All lines, the first included. */
  Lines open() throws IOException;
}
