package io.mysimbdp.emulator.format;

/** A raw record as it will stand in Kafka; reused from record to record. */
public final class RawRecord {
  private final JsonBuffer json = new JsonBuffer();
  private byte[] key;

  JsonBuffer json() {
    return json;
  }

  void setKey(byte[] bytes) {
    key = bytes;
  }

  /**
   * The text of the stream's key columns in UTF-8, joined with {@code |} where there are several;
   * null if one is absent or all are empty.
   */
  public byte[] key() {
    return key;
  }

  /** The record's value, in an array of its own. */
  public byte[] value() {
    return json.toBytes();
  }
}
