package io.mysimbdp.emulator.line;

import java.io.Closeable;
import java.io.IOException;

/** A sequence of lines, read once from the front. */
public interface Lines extends Closeable {

  /**
   * The next line, or null at the end. It is valid until the next call.
   *
   * @throws IOException if the input cannot be read; the message names file and line
   */
  Line next() throws IOException;

  @Override
  default void close() throws IOException {}
}
