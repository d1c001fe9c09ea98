package io.mysimbdp.platform.sketch;

import com.datadoghq.sketch.ddsketch.store.Bin;
import com.datadoghq.sketch.ddsketch.store.SparseStore;
import com.datadoghq.sketch.ddsketch.store.Store;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Iterator;

/**
 * The canonical form of a sketch, which tables hold, so it must not change: a version (1); the
 * relative accuracy as an IEEE 754 binary64, most significant byte first; the number of zeros; then
 * the bins of negative values and those of positive ones, each as how many there are and, by
 * ascending index, the distance from the index before (zigzag, the first from 0) and the count.
 * Whole numbers are LEB128, as in Protocol Buffers. The library's own form depends on its store.
 */
final class SketchBytes {
  private static final int VERSION = 1;

  private SketchBytes() {}

  static byte[] write(Store negative, Store positive, long zeros) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    out.write(VERSION);
    out.writeBytes(
        ByteBuffer.allocate(Double.BYTES).putDouble(QuantileSketch.RELATIVE_ACCURACY).array());
    writeNumber(out, zeros);
    writeStore(out, negative);
    writeStore(out, positive);
    return out.toByteArray();
  }

  private static void writeStore(ByteArrayOutputStream out, Store store) {
    long bins = 0;
    for (Iterator<Bin> all = store.getAscendingIterator(); all.hasNext(); all.next()) {
      bins++;
    }
    writeNumber(out, bins);
    long before = 0;
    for (Iterator<Bin> all = store.getAscendingIterator(); all.hasNext(); ) {
      Bin bin = all.next();
      long distance = bin.getIndex() - before;
      writeNumber(out, (distance << 1) ^ (distance >> 63));
      writeNumber(out, (long) bin.getCount());
      before = bin.getIndex();
    }
  }

  private static void writeNumber(ByteArrayOutputStream out, long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  static QuantileSketch read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      int version = in.get();
      double accuracy = in.getDouble();
      if (version != VERSION || accuracy != QuantileSketch.RELATIVE_ACCURACY) {
        throw new IllegalArgumentException(
            "a sketch of version %d and accuracy %s; known are version %d and accuracy %s"
                .formatted(version, accuracy, VERSION, QuantileSketch.RELATIVE_ACCURACY));
      }
      long zeros = readNumber(in);
      Store negative = readStore(in);
      Store positive = readStore(in);
      if (in.hasRemaining()) {
        throw new IllegalArgumentException("something follows the sketch");
      }
      return new QuantileSketch(negative, positive, zeros);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the sketch is cut off", e);
    }
  }

  private static Store readStore(ByteBuffer in) {
    Store store = new SparseStore();
    long index = 0;
    for (long left = readNumber(in); left > 0; left--) {
      long zigzag = readNumber(in);
      index += (zigzag >>> 1) ^ -(zigzag & 1);
      store.add(Math.toIntExact(index), (double) readNumber(in));
    }
    return store;
  }

  private static long readNumber(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
