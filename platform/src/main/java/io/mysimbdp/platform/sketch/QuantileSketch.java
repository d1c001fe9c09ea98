package io.mysimbdp.platform.sketch;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.SparseStore;
import com.datadoghq.sketch.ddsketch.store.Store;
import java.util.Base64;

/**
 * How the values of a multiset of numbers are distributed: a DDSketch (C. Masson, J. E. Rim, H. K.
 * Lee, "DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error Guarantees",
 * 2019). It counts values in bins, which are never collapsed, so sketches merge without any loss,
 * and equal multisets give equal {@linkplain #bytes bytes} whatever the order and the merging.
 * Values are mapped to bins by arithmetic; just the constants of that come from a logarithm and a
 * power, which machines of different architectures might round differently.
 *
 * <p>Values nearer to zero than about 2.3e-308 count as zero, values beyond about 1.7e308 as that.
 */
public final class QuantileSketch {
  /** A quantile differs from the exact value of its rank by this share of the value at most. */
  public static final double RELATIVE_ACCURACY = 0.01;

  private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(RELATIVE_ACCURACY);

  private final DDSketch sketch;

  /** Of no values. */
  public QuantileSketch() {
    this(new SparseStore(), new SparseStore(), 0);
  }

  QuantileSketch(Store negative, Store positive, long zeros) {
    this.sketch = DDSketch.of(MAPPING, negative, positive, (double) zeros);
  }

  /** Adds a finite value. */
  public void add(double value) {
    double most = MAPPING.maxIndexableValue();
    sketch.accept(Math.max(-most, Math.min(most, value)));
  }

  /** Adds what the other sketch holds. */
  public void merge(QuantileSketch other) {
    sketch.mergeWith(other.sketch);
  }

  /** Whether it holds no value. */
  public boolean isEmpty() {
    return sketch.isEmpty();
  }

  /**
   * The value of rank {@code floor(quantile * (count - 1))}, ranks from 0, to within {@link
   * #RELATIVE_ACCURACY}. There is none of an empty sketch.
   *
   * @param quantile 0 for the smallest value to 1 for the largest
   */
  public double quantile(double quantile) {
    return sketch.getValueAtQuantile(quantile) + 0.0;
  }

  /** The canonical form: the same for equal multisets, see {@link SketchBytes}. */
  public byte[] bytes() {
    return SketchBytes.write(
        sketch.getNegativeValueStore(), sketch.getPositiveValueStore(), zeros());
  }

  /** How many values count as zero; the sketch itself does not tell. */
  private long zeros() {
    return (long)
        (sketch.getCount()
            - sketch.getNegativeValueStore().getTotalCount()
            - sketch.getPositiveValueStore().getTotalCount());
  }

  /**
   * The sketch that {@link #bytes} made.
   *
   * @throws IllegalArgumentException if they are no such bytes
   */
  public static QuantileSketch of(byte[] bytes) {
    return SketchBytes.read(bytes);
  }

  /** {@link #bytes} in Base64: how a sketch stands in rows, tables and topics. */
  public String text() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  /**
   * The sketch that {@link #text} made.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static QuantileSketch parse(String text) {
    return of(Base64.getDecoder().decode(text));
  }
}
