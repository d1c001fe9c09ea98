package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.random.Dice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The machines and how busy they are. A normal machine has a load of its own that rises and falls
 * with the hour of the day; the {@code max_cpu} of an overloaded one stays above 90. To make the
 * results less plain, each machine does the opposite for six minutes of every hour after the first:
 * a normal one may peak above 90, an overloaded one rests. That is one tenth of the time, so at
 * least 80 % of an overloaded machine's windows stay anomalies, whatever the length of the data.
 */
final class VmFleet {
  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;
  private static final int WINDOW = 180;
  private static final int BREAK = 2 * WINDOW;
  private static final int MILLION = 1_000_000;
  private static final int HUNDRED = 100 * MILLION;

  private final VmCpuSpec spec;
  private final byte[][] ids;
  private final double[] base;
  private final double[] swing;
  private final int[] phase;
  private final double[] rhythm = new double[DAY / 60];
  private final boolean breaks;

  VmFleet(VmCpuSpec spec) {
    this.spec = spec;
    ids = new byte[spec.vms()][];
    base = new double[spec.vms()];
    swing = new double[spec.vms()];
    phase = new int[spec.vms()];
    for (int vm = 0; vm < spec.vms(); vm++) {
      Dice dice = new Dice(Dice.hash(spec.seed(), vm, -1));
      ids[vm] = newId(dice);
      base[vm] = 3 + 45 * dice.unit() * dice.unit();
      swing[vm] = 0.2 + 0.6 * dice.unit();
      phase[vm] = dice.below(HOUR / WINDOW) * WINDOW;
    }
    for (int minute = 0; minute < rhythm.length; minute++) {
      // StrictMath: the same bits on every machine. The busiest hour is 14:00.
      double turns = (double) minute / rhythm.length - 14.0 / 24;
      rhythm[minute] = StrictMath.cos(2 * StrictMath.PI * turns);
    }
    // With rarer readings a break could cover too many of a machine's few windows.
    breaks = spec.interval() <= 60 || (spec.spread() == 0 && spec.interval() <= 600);
  }

  private static byte[] newId(Dice dice) {
    ByteBuffer bytes = ByteBuffer.allocate(48);
    while (bytes.hasRemaining()) {
      bytes.putLong(dice.next());
    }
    return Base64.getEncoder().encode(bytes.array());
  }

  byte[] idBytes(int vm) {
    return ids[vm];
  }

  String id(int vm) {
    return new String(ids[vm], StandardCharsets.US_ASCII);
  }

  /** Exactly {@code floor(vms * overloaded)} machines, evenly spread over the fleet. */
  boolean isOverloaded(int vm) {
    return Math.floor((vm + 1) * spec.overloaded()) > Math.floor(vm * spec.overloaded());
  }

  /** Appends {@code min_cpu,max_cpu,avg_cpu} of a reading. */
  void read(int vm, long second, Dice dice, RowText text) {
    boolean unusual =
        breaks
            && second - spec.start() >= HOUR
            && Math.floorMod(second + phase[vm], HOUR) >= HOUR - BREAK;
    int max;
    int avg;
    if (isOverloaded(vm) != unusual) {
      max = HUNDRED - (int) (dice.unit() * 8 * MILLION);
      avg = max - (int) (dice.unit() * 20 * MILLION);
    } else {
      double load =
          base[vm]
              * (1 + swing[vm] * rhythm[(int) (second % DAY) / 60])
              * (0.8 + 0.4 * dice.unit());
      avg = (int) (load * MILLION);
      // Cut below 90, so that only breaks and overloaded machines are ever above.
      max = Math.min(avg + (int) (load * dice.unit() * MILLION), 89 * MILLION);
      avg = Math.min(avg, max);
    }
    int min = (int) (avg * dice.unit());
    if (dice.unit() >= spec.missing()) {
      text.millionths(min);
    }
    text.comma().millionths(max).comma().millionths(avg);
  }
}
