package io.mysimbdp.emulator.sink;

import io.mysimbdp.platform.dataset.Marker;
import java.io.IOException;

/**
 * Where raw records and markers go. Within a partition everything arrives once and in the order of
 * the calls. Failures may show later than the call that caused them, at {@link #flush} at the
 * latest. Not thread-safe.
 */
public interface RawSink extends AutoCloseable {

  /**
   * How many partitions a raw stream has.
   *
   * @throws IOException if there is no such place to send to; the message says what to do
   */
  int partitions(String stream) throws IOException;

  /**
   * Sends a record.
   *
   * @param key may be null
   * @param value is not changed afterwards by either side
   */
  void send(String stream, int partition, byte[] key, byte[] value) throws IOException;

  /** Sends a marker to the partition that it names. */
  void mark(String stream, Marker marker) throws IOException;

  /** Returns when everything sent so far is safely stored. */
  void flush() throws IOException;

  @Override
  void close();
}
