package io.mysimbdp.emulator.fault;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.random.Dice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which record gets which fault. The decision hangs on the seed and on where the record
 * stands in the input, so it is the same in any order and at any rate; only how long a sensor stays
 * silent depends on the order of its records.
 */
public final class FaultDraw {
  private static final int SALT = 0x6661756C;
  private static final int SHORTEST_SILENCE = 3;
  private static final int LONGEST_SILENCE = 9;
  private static final double MEAN_SILENCE = (SHORTEST_SILENCE + LONGEST_SILENCE) / 2.0;

  private final long seed;
  private final List<Fault> single;
  private final boolean silences;
  private final double rate;
  private final Map<Silent, Integer> silent = new HashMap<>();

  /** Draws from this plan. */
  public FaultDraw(FaultPlan plan, long seed) {
    this.seed = seed ^ SALT;
    EnumSet<Fault> kinds = EnumSet.noneOf(Fault.class);
    kinds.addAll(plan.kinds());
    this.silences = kinds.remove(Fault.SILENT_SENSOR);
    this.single = List.copyOf(kinds);
    this.rate = plan.rate();
  }

  /**
   * The faults to try on this record, best first, as not every fault can be done to every record;
   * empty for a record that stays as it is.
   *
   * @param stream the raw stream
   * @param key the record's key, or null
   */
  public List<Fault> draw(String stream, byte[] key, Dice dice) {
    if (rate == 0) {
      return List.of();
    }
    if (!silent.isEmpty() && key != null && withheld(new Silent(stream, text(key)))) {
      return List.of(Fault.SILENT_SENSOR);
    }
    double kinds = single.size() + (silences ? 1 : 0);
    double each = rate / kinds;
    double drawn = dice.unit();
    if (silences && key != null && drawn < each / MEAN_SILENCE) {
      int length = SHORTEST_SILENCE + dice.below(LONGEST_SILENCE - SHORTEST_SILENCE + 1);
      silent.put(new Silent(stream, text(key)), length - 1);
      return List.of(Fault.SILENT_SENSOR);
    }
    if (1 - drawn > each * single.size()) {
      return List.of();
    }
    int first = dice.below(single.size());
    List<Fault> rotated = new ArrayList<>(single.subList(first, single.size()));
    rotated.addAll(single.subList(0, first));
    return rotated;
  }

  /** Dice that belong to the line. */
  public Dice dice(Line line) {
    return new Dice(Dice.hash(seed, line.input(), line.number()));
  }

  private boolean withheld(Silent sensor) {
    Integer left = silent.remove(sensor);
    if (left != null && left > 1) {
      silent.put(sensor, left - 1);
    }
    return left != null;
  }

  private static String text(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }

  /** A key whose records are being withheld. */
  private record Silent(String stream, String key) {}
}
