package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.random.Dice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Spreads a number of records over days of local time by a weekly rhythm, in the order of what the
 * clocks show. Nothing falls into an hour that the clocks skip, and twice as much into one that
 * they repeat. It holds the times of one quarter of an hour.
 */
final class Timetable {
  /** How much happens in a quarter of an hour, in relation to others; not all are 0. */
  @FunctionalInterface
  interface Rhythm {
    double weight(LocalDateTime quarter);
  }

  private static final int QUARTER_MINUTES = 15;
  private static final long QUARTER_MICROS = QUARTER_MINUTES * 60_000_000L;
  private static final int QUARTERS_A_DAY = 96;
  private static final int SALT = 0x74696D65;

  private final LocalDateTime first;
  private final ZoneId zone;
  private final Rhythm rhythm;
  private final long records;
  private final long seed;
  private final double total;
  private final int quarters;
  private long[] times = new long[0];
  private int next;
  private int quarter;
  private double weightSoFar;
  private long planned;

  /** Spreads so many records over days from the first on. */
  Timetable(LocalDate first, int days, ZoneId zone, long records, long seed, Rhythm rhythm) {
    this.first = first.atStartOfDay();
    this.zone = zone;
    this.rhythm = rhythm;
    this.records = records;
    this.seed = seed ^ SALT;
    this.quarters = Math.multiplyExact(days, QUARTERS_A_DAY);
    double sum = 0;
    for (int i = 0; i < quarters; i++) {
      sum += weight(i);
    }
    this.total = sum;
  }

  private double weight(int index) {
    LocalDateTime start = start(index);
    return rhythm.weight(start) * zone.getRules().getValidOffsets(start).size();
  }

  private LocalDateTime start(int index) {
    return first.plusMinutes((long) QUARTER_MINUTES * index);
  }

  /**
   * What the clocks show at the next record: microseconds since 1970-01-01T00:00 of local time, not
   * before the one before; {@link Long#MIN_VALUE} after the last.
   */
  long next() {
    while (next == times.length) {
      if (quarter == quarters) {
        return Long.MIN_VALUE;
      }
      plan();
    }
    return times[next++];
  }

  private void plan() {
    weightSoFar += weight(quarter);
    // The last of the sums is the total to the bit, as it was added up in the same order.
    long upTo = weightSoFar == total ? records : (long) (records * (weightSoFar / total));
    times = new long[(int) Math.min(Integer.MAX_VALUE - 8, upTo - planned)];
    long base = start(quarter).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    Dice dice = new Dice(Dice.hash(seed, quarter, 0));
    for (int i = 0; i < times.length; i++) {
      times[i] = base + (long) (dice.unit() * QUARTER_MICROS);
    }
    Arrays.sort(times);
    planned += times.length;
    next = 0;
    quarter++;
  }
}
