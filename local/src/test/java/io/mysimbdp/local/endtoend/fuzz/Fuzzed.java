package io.mysimbdp.local.endtoend.fuzz;

import java.util.List;
import org.apache.kafka.common.header.Header;

/**
 * A raw record, sound or not.
 *
 * @param text what surely stands in the watched column of a record that surely is sound; else null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared
record Fuzzed(byte[] key, byte[] value, List<Header> headers, String text) {
  /** A record with a value only. */
  static Fuzzed of(byte[] value) {
    return new Fuzzed(null, value, List.of(), null);
  }
}
