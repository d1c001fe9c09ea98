package io.mysimbdp.emulator;

import io.mysimbdp.emulator.format.LineFormat;
import io.mysimbdp.emulator.line.Lines;
import java.io.Closeable;
import java.io.IOException;

/** The records of a dataset, ready to be sent, and what is known about all of them. */
interface Feed extends Closeable {

  /** The records in the order in which they are to be sent. */
  Lines lines();

  /** The raw stream that an input is for. */
  String stream(int input);

  /** How the lines of an input are read. */
  LineFormat format(int input);

  /** How many records there are; -1 if that is not known. */
  long total();

  /** Between which event times the records lie. */
  Bounds bounds();

  /** How many empty lines the inputs of a stream have; known when everything was sent. */
  long emptyLines(String stream);

  @Override
  void close() throws IOException;
}
