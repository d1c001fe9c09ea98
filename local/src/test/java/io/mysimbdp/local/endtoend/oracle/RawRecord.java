package io.mysimbdp.local.endtoend.oracle;

import java.nio.charset.StandardCharsets;

/**
 * One record as it lies in a raw partition.
 *
 * @param timestamp Kafka's, milliseconds since the epoch
 * @param control the value of the control header, {@code begin} or {@code end}; null in data
 * @param latin1 the bytes of the value, one character each, so that none is lost or changed
 */
public record RawRecord(int partition, long offset, long timestamp, String control, String latin1) {

  /** A record with these bytes. */
  public static RawRecord of(
      int partition, long offset, long timestamp, String control, byte[] value) {
    return new RawRecord(
        partition,
        offset,
        timestamp,
        control,
        value == null ? "" : new String(value, StandardCharsets.ISO_8859_1));
  }

  /** The bytes of the value. */
  public byte[] value() {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
