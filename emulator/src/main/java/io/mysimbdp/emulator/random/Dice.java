package io.mysimbdp.emulator.random;

/**
 * Random numbers that are the same for the same seed on every machine and in every Java version:
 * SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 * The static {@link #hash} gives a number for a place, such as a line of a file, whatever was drawn
 * before. Not thread-safe.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** Dice whose throws depend on the seed alone. */
  public Dice(long seed) {
    state = seed;
  }

  /** A random number that belongs to a seed and two coordinates. */
  public static long hash(long seed, long a, long b) {
    return mix(mix(mix(seed + GOLDEN) + (a + 1) * GOLDEN) + (b + 1) * GOLDEN);
  }

  /** A random number in [0, 1) made of such a hash. */
  public static double unit(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }

  /** 64 random bits. */
  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A whole number in [0, bound). */
  public int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** A number in [0, 1). */
  public double unit() {
    return unit(next());
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
