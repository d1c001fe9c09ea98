package io.mysimbdp.stream.gate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The identities that a partition has seen and may still see again, as 128-bit hashes: 24 bytes
 * each, in a table with open addressing. What is forgotten depends on the records alone; when the
 * memory for it is freed does not matter. Not thread-safe.
 */
final class SeenRecords {
  private static final int LONGS = 3;
  private static final int SMALLEST = 64;

  /** Per slot: the two halves of a hash and the event time; a slot is free if its hash is 0, 0. */
  private long[] slots = new long[SMALLEST * LONGS];

  private int size;

  /**
   * Whether this identity was seen with an event time of {@code remembered} or later. If not, it is
   * from now on.
   *
   * @param time the record's event time, milliseconds since the epoch
   * @param remembered identities with an earlier event time are forgotten
   */
  boolean seen(long high, long low, long time, long remembered) {
    long first = high == 0 && low == 0 ? 1 : high;
    if (4L * (size + 1) > 3L * capacity()) {
      rebuild(remembered);
    }
    int slot = slot(slots, first, low);
    boolean there = isTaken(slots, slot);
    if (there && slots[slot + 2] >= remembered) {
      return true;
    }
    size += there ? 0 : 1;
    put(slots, slot, first, low, time);
    return false;
  }

  private int capacity() {
    return slots.length / LONGS;
  }

  /** Drops what is forgotten; the table is at most half full afterwards. */
  private void rebuild(long remembered) {
    int kept = 0;
    for (int i = 0; i < slots.length; i += LONGS) {
      kept += isTaken(slots, i) && slots[i + 2] >= remembered ? 1 : 0;
    }
    long[] old = slots;
    slots = new long[Integer.highestOneBit(Math.max(SMALLEST / 2, kept) * 2) * 2 * LONGS];
    size = kept;
    for (int i = 0; i < old.length; i += LONGS) {
      if (isTaken(old, i) && old[i + 2] >= remembered) {
        put(slots, slot(slots, old[i], old[i + 1]), old[i], old[i + 1], old[i + 2]);
      }
    }
  }

  private static boolean isTaken(long[] table, int slot) {
    return table[slot] != 0 || table[slot + 1] != 0;
  }

  private static int slot(long[] table, long high, long low) {
    int capacity = table.length / LONGS;
    int index = (int) low & (capacity - 1);
    while (isTaken(table, index * LONGS)
        && (table[index * LONGS] != high || table[index * LONGS + 1] != low)) {
      index = (index + 1) & (capacity - 1);
    }
    return index * LONGS;
  }

  private static void put(long[] table, int slot, long high, long low, long time) {
    table[slot] = high;
    table[slot + 1] = low;
    table[slot + 2] = time;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < slots.length; i += LONGS) {
      if (isTaken(slots, i)) {
        for (long part : Arrays.copyOfRange(slots, i, i + LONGS)) {
          out.writeLong(part);
        }
      }
    }
  }

  static SeenRecords read(DataInput in) throws IOException {
    SeenRecords seen = new SeenRecords();
    for (int left = in.readInt(); left > 0; left--) {
      seen.seen(in.readLong(), in.readLong(), in.readLong(), Long.MIN_VALUE);
    }
    return seen;
  }
}
