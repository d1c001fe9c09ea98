package io.mysimbdp.local.endtoend.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A made-up trace in the dataset's own CSV format, sorted by time: each VM has ten readings and
 * more in every three minutes, at seconds that crowd together, every tenth VM is overloaded and as
 * many are now and then.
 *
 * @param vms how many virtual machines
 * @param readings at least how many readings; the last three minutes are always whole
 */
public record Trace(int vms, long readings, long seed) {
  private static final int SPAN_SECONDS = 180;

  private record Line(int second, String text) {}

  /** Writes the trace and returns its file. */
  public Path write(Path file) {
    Random random = new Random(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      long written = 0;
      for (int start = 0; written < readings; start += SPAN_SECONDS) {
        List<Line> lines = span(start, random);
        for (Line line : lines) {
          out.write(line.text());
          out.write("\r\n");
        }
        written += lines.size();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return file;
  }

  /**
   * Writes the lines of a trace again, one in ten up to twenty minutes further down than it
   * belongs; in the order of this file those records are late.
   */
  public static Path delayed(Path trace, Path file, long seed) {
    Random random = new Random(seed);
    try {
      List<String> lines = Files.readAllLines(trace);
      record Delayed(long position, String text) {}
      List<Delayed> delayed = new ArrayList<>(lines.size());
      for (String line : lines) {
        long second = Long.parseLong(line.substring(0, line.indexOf(',')));
        long delay = random.nextInt(10) == 0 ? random.nextInt(20 * 60) : random.nextInt(20);
        delayed.add(new Delayed(second + delay, line));
      }
      delayed.sort(Comparator.comparingLong(Delayed::position));
      Files.write(file, delayed.stream().map(Delayed::text).toList());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private List<Line> span(int start, Random random) {
    List<Line> lines = new ArrayList<>();
    for (int vm = 0; vm < vms; vm++) {
      int count = 10 + (random.nextInt(8) == 0 ? random.nextInt(24) : random.nextInt(3));
      int crowd = random.nextInt(SPAN_SECONDS);
      for (int i = 0; i < count; i++) {
        int second =
            random.nextBoolean()
                ? random.nextInt(SPAN_SECONDS)
                : Math.min(SPAN_SECONDS - 1, crowd + random.nextInt(5));
        lines.add(new Line(start + second, line(start + second, vm, random)));
      }
    }
    Collections.shuffle(lines, random);
    lines.sort(Comparator.comparingInt(Line::second));
    return lines;
  }

  private static String line(int second, int vm, Random random) {
    double max = max(vm, random);
    double min = max * random.nextDouble();
    return second
        + ","
        + name(vm)
        + ","
        + (random.nextInt(50) == 0 ? "" : min)
        + ","
        + max
        + ","
        + (min + max) / 2;
  }

  /** Such values that a careless sum, or one in another order, ends in other bits. */
  private static double max(int vm, Random random) {
    if (vm % 97 == 5) {
      return 90.0; // on average exactly the limit, hence no anomaly
    }
    double value =
        switch (vm % 10) {
          case 3 -> 88 + 12 * random.nextDouble();
          case 7 -> 80 + 20 * random.nextDouble();
          default -> random.nextInt(4) == 0 ? random.nextDouble() * 1e-9 : 70 * random.nextDouble();
        };
    return random.nextInt(3) == 0 ? Math.round(value * 1e6) / 1e6 : value;
  }

  private static String name(int vm) {
    return "+Zc/" + Integer.toString(vm, 36) + "rOp5JmVgP5qMZlOAGDwyja";
  }
}
