package io.mysimbdp.emulator.fault;

/** Told of every record that gets a fault; with it a test knows which records are good. */
@FunctionalInterface
public interface FaultListener {

  /**
   * A record got a fault.
   *
   * @param stream the raw stream
   * @param input which of the inputs, from 0 in the order they were given
   * @param line number of the record's line in that input, from 1
   * @param fault what was done to it
   */
  void spoilt(String stream, int input, long line, Fault fault);
}
