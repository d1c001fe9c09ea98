package io.mysimbdp.emulator.sink;

import org.apache.kafka.common.utils.Utils;

/** Which partition a record belongs in: by the hash that Kafka's own producers use for keys. */
public final class Partitions {
  private Partitions() {}

  /** The partition of these bytes, of so many. */
  public static int of(byte[] bytes, int partitions) {
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
