package io.mysimbdp.local.endtoend.cluster;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Reads and writes {@code .csv.gz} files of the trace. */
public final class ClusterFiles {
  private static final long SECOND = 1_000_000;

  private ClusterFiles() {}

  /** What the rows must be that come of these two files. */
  public static ClusterOracle oracle(Path jobEvents, Path taskEvents) {
    ClusterOracle oracle = new ClusterOracle();
    forEach(jobEvents, oracle::jobEvent);
    forEach(taskEvents, oracle::taskEvent);
    return oracle;
  }

  /** Hands over the lines of a file in their order. */
  static void forEach(Path file, Consumer<String> action) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.lines().forEach(action);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Writes lines. */
  static Path write(Path file, List<String> lines) {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * Writes a sorted file again in disorder: a line comes up to nine seconds of event time after it
   * should, which is less than the out-of-orderness, so that none is late.
   */
  public static Path disordered(Path sorted, Path file, long seed) {
    record Delayed(long position, String line) {}
    Random random = new Random(seed);
    List<Delayed> lines = new ArrayList<>();
    forEach(
        sorted,
        line -> {
          long time = Long.parseLong(line.substring(0, line.indexOf(',')));
          long delay = random.nextLong(9 * SECOND);
          lines.add(new Delayed(time == TraceTime.AFTER_THE_END ? time : time + delay, line));
        });
    lines.sort(Comparator.comparingLong(Delayed::position));
    return write(file, lines.stream().map(Delayed::line).toList());
  }
}
