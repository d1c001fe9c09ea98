package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.record.DecimalText;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Spreads rows over the buckets of a day or an interval. The bucket is part of the primary key, so
 * this function is part of the storage format and must never change: 32-bit FNV-1a over the values
 * in their order, each as one byte (0 for null, 1 otherwise) and then its bytes (text, and decimals
 * in plain notation, as UTF-8, everything else as 8 bytes, most significant first; doubles by their
 * IEEE bits), mixed by MurmurHash3's finaliser, modulo the number of buckets.
 */
public final class Buckets {
  private static final int OFFSET_BASIS = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private Buckets() {}

  /** The bucket of a row by the values of some of its columns. */
  static int of(Row row, RecordSchema schema, List<Integer> columns, int buckets) {
    int hash = OFFSET_BASIS;
    for (int column : columns) {
      if (row.isNull(column)) {
        hash = step(hash, 0);
        continue;
      }
      hash = step(hash, 1);
      switch (schema.column(column).type()) {
        case TEXT, SKETCH -> hash = text(hash, row.getText(column));
        case BOOLEAN -> hash = eight(hash, row.getBoolean(column) ? 1 : 0);
        case LONG, TIMESTAMP -> hash = eight(hash, row.getLong(column));
        case DOUBLE -> hash = eight(hash, Double.doubleToLongBits(row.getDouble(column)));
        case DECIMAL -> hash = text(hash, DecimalText.write(row.getDecimal(column)));
      }
    }
    return Math.floorMod(mix(hash), buckets);
  }

  /** The bucket of a row without a window, by the position of its raw record. */
  static int of(int partition, long offset, int buckets) {
    return Math.floorMod(mix(eight(eight(OFFSET_BASIS, partition), offset)), buckets);
  }

  /** The bucket of a group by the bytes of its key. */
  static int of(byte[] key, int buckets) {
    return Math.floorMod(mix(bytes(OFFSET_BASIS, key)), buckets);
  }

  private static int text(int hash, String text) {
    return bytes(hash, text.getBytes(StandardCharsets.UTF_8));
  }

  private static int bytes(int hash, byte[] bytes) {
    int result = hash;
    for (byte b : bytes) {
      result = step(result, b);
    }
    return result;
  }

  private static int eight(int hash, long value) {
    int result = hash;
    for (int shift = 56; shift >= 0; shift -= 8) {
      result = step(result, (int) (value >>> shift));
    }
    return result;
  }

  private static int step(int hash, int octet) {
    return (hash ^ (octet & 0xff)) * PRIME;
  }

  private static int mix(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
