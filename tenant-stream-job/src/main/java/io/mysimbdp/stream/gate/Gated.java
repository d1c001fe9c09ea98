package io.mysimbdp.stream.gate;

import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.window.Windows;
import java.util.Map;

/** What the gate makes of a raw record. */
public sealed interface Gated {

  /**
   * A sound record and what it joins. One instance is used again and again: whoever receives it
   * takes what it needs before it returns.
   */
  final class Admitted implements Gated {
    /** The record, in the stream's schema. */
    public final Row row;

    /** Event time, milliseconds since the epoch. */
    public long time;

    public int partition;
    public long offset;

    /** The dataset that the partition is in; empty outside any. */
    public String dataset = "";

    /** Before which all records of that dataset lie; {@link Windows#NONE} outside any. */
    public long close = Windows.NONE;

    /**
     * By analytic of the stream: the end of the first window that the record joins, {@link
     * Windows#NONE} if it joins none. Without windows: any other value if the record is in time.
     */
    public final long[] firstJoin;

    public Admitted(int columns, int analytics) {
      row = new Row(columns);
      firstJoin = new long[analytics];
    }
  }

  /**
   * A record that could not be read or broke a rule.
   *
   * @param reason for the tenant to read
   * @param key of the Kafka record; may be null
   * @param value the original bytes; may be null
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared
  record Dead(String reason, String topic, int partition, long offset, byte[] key, byte[] value)
      implements Gated {}

  /**
   * A record that missed a window.
   *
   * @param time event time, milliseconds since the epoch
   * @param missedFrom by analytic of the stream: the end of the first window it missed (of
   *     presence, its own time), {@link Windows#NONE} if it missed none
   * @param missedTo by analytic: the end of the last window it missed
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared
  record Late(
      String topic,
      int partition,
      long offset,
      long time,
      byte[] value,
      long[] missedFrom,
      long[] missedTo)
      implements Gated {}

  /**
   * A partition has reached the end of a dataset.
   *
   * @param from the dataset's bounds, milliseconds since the epoch
   * @param fin the latest window end that the dataset can touch, milliseconds since the epoch
   * @param partitions how many partitions the stream has
   * @param joined by the analytic's name, the (record, window) pairs let through here
   * @param abandoned the datasets that were left open in this partition since its last end marker,
   *     with the {@code from} of each; what joined for them is in {@code joined}
   */
  record Closed(
      String dataset,
      long from,
      long close,
      long fin,
      int partitions,
      PartitionLedger ledger,
      Map<String, Long> joined,
      Map<String, Long> abandoned)
      implements Gated {}
}
