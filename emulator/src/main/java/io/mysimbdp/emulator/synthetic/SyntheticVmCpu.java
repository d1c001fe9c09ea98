package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.random.Dice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Synthetic readings in the format of the Azure trace, in the order of their time, line by line and
 * with memory for the machines only. Each interval is made on its own: where in it a machine is
 * read follows from the seed, and sorting the machines by that puts the lines in order.
 */
public final class SyntheticVmCpu implements Lines {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final VmCpuSpec spec;
  private final VmFleet fleet;
  private final RowText text = new RowText();
  private final Line line = new Line();
  private final int scatter;
  private final int[] turn;
  private final int[] offsets;
  private final int[] firsts;
  private long made;
  private long slot = -1;
  private int next;

  /** The data of this specification. */
  public SyntheticVmCpu(VmCpuSpec spec) {
    this.spec = spec;
    this.fleet = new VmFleet(spec);
    this.scatter = Math.max(1, (int) Math.round(spec.spread() * spec.interval()));
    this.turn = new int[spec.vms()];
    this.offsets = new int[spec.vms()];
    this.firsts = new int[scatter + 1];
    this.next = spec.vms();
  }

  /**
   * Writes the data to a file, packed if its name ends with {@code .gz}; lines end with CRLF as in
   * the trace.
   */
  public static void write(Path path, VmCpuSpec spec) throws IOException {
    try (OutputStream file = Files.newOutputStream(path);
        OutputStream out =
            new BufferedOutputStream(
                path.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file,
                1 << 18)) {
      SyntheticVmCpu lines = new SyntheticVmCpu(spec);
      for (Line line = lines.next(); line != null; line = lines.next()) {
        out.write(line.data(), line.offset(), line.length());
        out.write(LINE_END);
      }
    }
  }

  /** The ids of the machines that are overloaded: at least 80 % of their windows are anomalies. */
  public static List<String> overloaded(VmCpuSpec spec) {
    VmFleet fleet = new VmFleet(spec);
    List<String> ids = new ArrayList<>();
    for (int vm = 0; vm < spec.vms(); vm++) {
      if (fleet.isOverloaded(vm)) {
        ids.add(fleet.id(vm));
      }
    }
    return ids;
  }

  /** The next reading; its {@link Line#time} is not set. */
  @Override
  public Line next() {
    if (made == spec.readings()) {
      return null;
    }
    if (next == spec.vms()) {
      slot++;
      arrange();
    }
    int vm = turn[next++];
    long second = spec.start() + slot * spec.interval() + offsets[vm];
    long hash = Dice.hash(spec.seed(), vm, slot);
    text.clear();
    text.number(second).comma().bytes(fleet.idBytes(vm)).comma();
    fleet.read(vm, second, new Dice(hash), text);
    made++;
    return line.show(text.data(), 0, text.length()).at(0, made);
  }

  /** Puts the machines into the order in which they are read in this slot (counting sort). */
  private void arrange() {
    java.util.Arrays.fill(firsts, 0);
    for (int vm = 0; vm < offsets.length; vm++) {
      offsets[vm] =
          scatter == 1 ? 0 : (int) (Dice.unit(Dice.hash(~spec.seed(), vm, slot)) * scatter);
      firsts[offsets[vm] + 1]++;
    }
    for (int i = 1; i < firsts.length; i++) {
      firsts[i] += firsts[i - 1];
    }
    // Machines of the same second change places from slot to slot, as in the trace.
    int shift = new Dice(Dice.hash(spec.seed(), -1, slot)).below(offsets.length);
    for (int i = 0; i < offsets.length; i++) {
      int vm = (i + shift) % offsets.length;
      turn[firsts[offsets[vm]]++] = vm;
    }
    next = 0;
  }
}
