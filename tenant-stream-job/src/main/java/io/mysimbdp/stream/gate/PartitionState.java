package io.mysimbdp.stream.gate;

import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.rollup.Values;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the gate knows about one raw partition. It travels with the partition's split, so that a
 * restored or moved partition goes on exactly where it was.
 */
public final class PartitionState {
  private static final int VERSION = 3;

  /** Before datasets that were left open were remembered. */
  private static final int WITHOUT_ABANDONED = 2;

  /** Largest event time of a valid record so far, or what an end marker raised it to. */
  long high = Long.MIN_VALUE;

  long accepted;
  long rejected;
  long late;
  long duplicate;

  /** (record, window) pairs let through, by analytic of the stream. */
  final long[] joined;

  /** Identities of records, where the stream declares one. */
  SeenRecords seen = new SeenRecords();

  /** The begin marker of the dataset that the partition is in; null outside any. */
  Marker open;

  /** The dataset that was closed here last; null if none was. */
  String closed;

  /**
   * The datasets that were left open here since the last end marker, with the {@code from} of each.
   */
  final Map<String, Long> abandoned = new TreeMap<>();

  /**
   * The state of a partition that nothing was read from.
   *
   * @param analytics how many analytics read the stream
   */
  public PartitionState(int analytics) {
    joined = new long[analytics];
  }

  /**
   * The watermark of the partition: no window that ends at {@code watermark + 1} or before takes
   * another record from it. {@link Long#MIN_VALUE} if nothing is known.
   */
  public long watermark(long outOfOrderness) {
    return high == Long.MIN_VALUE ? high : high - outOfOrderness - 1;
  }

  /**
   * Begins a new count of records. Pairs are counted from end marker to end marker instead: windows
   * of a dataset may hold records that came before it was opened.
   */
  void resetRecords() {
    accepted = 0;
    rejected = 0;
    late = 0;
    duplicate = 0;
  }

  long counted() {
    return accepted + rejected + late + duplicate;
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(VERSION);
    out.writeLong(high);
    out.writeLong(accepted);
    out.writeLong(rejected);
    out.writeLong(late);
    out.writeLong(duplicate);
    out.writeInt(joined.length);
    for (long pairs : joined) {
      out.writeLong(pairs);
    }
    out.writeBoolean(open != null);
    if (open != null) {
      Values.writeText(out, open.dataset());
      out.writeInt(open.partition());
      out.writeInt(open.partitions());
      out.writeLong(open.from());
      out.writeLong(open.close());
    }
    out.writeBoolean(closed != null);
    if (closed != null) {
      Values.writeText(out, closed);
    }
    seen.write(out);
    out.writeInt(abandoned.size());
    for (Map.Entry<String, Long> dataset : abandoned.entrySet()) {
      Values.writeText(out, dataset.getKey());
      out.writeLong(dataset.getValue());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static PartitionState read(DataInput in) throws IOException {
    int version = in.readInt();
    if (version != VERSION && version != WITHOUT_ABANDONED) {
      throw new IOException("partition state of version " + version + ", can read " + VERSION);
    }
    long high = in.readLong();
    long accepted = in.readLong();
    long rejected = in.readLong();
    long late = in.readLong();
    long duplicate = in.readLong();
    PartitionState state = new PartitionState(in.readInt());
    state.high = high;
    state.accepted = accepted;
    state.rejected = rejected;
    state.late = late;
    state.duplicate = duplicate;
    for (int i = 0; i < state.joined.length; i++) {
      state.joined[i] = in.readLong();
    }
    if (in.readBoolean()) {
      state.open =
          new Marker(
              Marker.Kind.BEGIN,
              Values.readText(in),
              in.readInt(),
              in.readInt(),
              in.readLong(),
              in.readLong(),
              0);
    }
    state.closed = in.readBoolean() ? Values.readText(in) : null;
    state.seen = SeenRecords.read(in);
    for (int left = version == WITHOUT_ABANDONED ? 0 : in.readInt(); left > 0; left--) {
      state.abandoned.put(Values.readText(in), in.readLong());
    }
    return state;
  }
}
