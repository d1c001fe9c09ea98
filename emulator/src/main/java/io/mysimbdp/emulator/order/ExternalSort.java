package io.mysimbdp.emulator.order;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts any number of lines in bounded memory: when the memory is full, what is in it is sorted and
 * written to a temporary file as a run. Stable, as lines of the same time are ordered by where they
 * stand. Not thread-safe.
 */
public final class ExternalSort implements Closeable {
  private static final int MOST_MEMORY = 1 << 30;
  private static final int LEAST_MEMORY = 1 << 12;

  private final int memory;
  private final List<SortedRun> runs = new ArrayList<>();
  private SpillFile spill;
  private byte[] bytes = new byte[LEAST_MEMORY];
  private int used;
  private int count;
  private long[] times = new long[64];
  private long[] numbers = new long[64];
  private int[] inputs = new int[64];
  private int[] offsets = new int[65];
  private boolean[] timed = new boolean[64];

  /**
   * @param memory how many bytes of lines to hold before writing them out; the sort's own needs
   *     come to about half as much again
   */
  public ExternalSort(long memory) {
    this.memory = (int) Math.max(LEAST_MEMORY, Math.min(memory, MOST_MEMORY));
  }

  /** Takes in a copy of the line. */
  public void add(Line line) throws IOException {
    if (count > 0 && used + line.length() > memory) {
      spill();
    }
    room(line.length());
    System.arraycopy(line.data(), line.offset(), bytes, used, line.length());
    times[count] = line.time();
    numbers[count] = line.number();
    inputs[count] = line.input();
    timed[count] = line.timed();
    used += line.length();
    offsets[++count] = used;
  }

  private void room(int length) {
    if (used + length > bytes.length) {
      long doubled = Math.min(2L * bytes.length, Math.max(memory, used + length));
      bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, used + length));
    }
    if (count == times.length) {
      times = Arrays.copyOf(times, count * 2);
      numbers = Arrays.copyOf(numbers, count * 2);
      inputs = Arrays.copyOf(inputs, count * 2);
      timed = Arrays.copyOf(timed, count * 2);
      offsets = Arrays.copyOf(offsets, count * 2 + 1);
    }
  }

  private void spill() throws IOException {
    if (spill == null) {
      spill = SpillFile.create();
    }
    runs.add(spill.write(memoryLines()));
    used = 0;
    count = 0;
  }

  /** How many runs were written to the temporary file. */
  public int spilled() {
    return spill == null ? 0 : spill.runs();
  }

  /** The sorted runs of everything that was added; nothing may be added any more. */
  public List<SortedRun> runs() throws IOException {
    if (spill != null) {
      if (count > 0) {
        spill();
      }
      bytes = new byte[0];
      spill.shareBuffers(memory);
    } else if (count > 0) {
      runs.add(new MemoryRun(memoryLines().next(), memoryLines()));
    }
    return List.copyOf(runs);
  }

  private Lines memoryLines() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingLong(i -> times[i])
            .thenComparingInt(i -> inputs[i])
            .thenComparingLong(i -> numbers[i]));
    Line line = new Line();
    return new Lines() {
      private int at;

      @Override
      public Line next() {
        return at == order.length ? null : show(order[at++], line);
      }
    };
  }

  private Line show(int i, Line line) {
    return line.show(bytes, offsets[i], offsets[i + 1] - offsets[i])
        .at(inputs[i], numbers[i])
        .when(times[i], timed[i]);
  }

  @Override
  public void close() throws IOException {
    if (spill != null) {
      spill.close();
    }
  }

  /** What never had to leave memory. */
  private record MemoryRun(Line first, Lines open) implements SortedRun {}
}
