package io.mysimbdp.emulator.input;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.order.ExternalSort;
import io.mysimbdp.emulator.order.MergedLines;
import io.mysimbdp.emulator.order.SortedRun;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass over all inputs finds out before anything is sent: that they can be read to the
 * end, how many records there are, between which event times they lie, and, if asked, their order.
 *
 * <p>A file that is sorted is not sorted again: its lines that lie at or after every line before
 * them are a sorted run and are read again from the file itself when their time comes. Only the
 * others, which came too late, go through the external sort.
 */
public final class Survey implements Closeable {

  /** Told now and then how far the pass has got. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * Says how far the pass has got.
     *
     * @param records read so far
     * @param share of the bytes, from 0 to 1
     */
    void passed(long records, double share) throws IOException;
  }

  private static final int WATCH_EVERY = 1 << 13;

  private final List<InputFile> files;
  private final ExternalSort sort;
  private final List<SortedRun> runs = new ArrayList<>();
  private long records;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  private Survey(List<InputFile> files, ExternalSort sort) {
    this.files = files;
    this.sort = sort;
  }

  /**
   * Reads all files once.
   *
   * @param sortMemory bytes to sort in
   * @param order whether {@link #sorted} will be asked for
   */
  public static Survey of(List<InputFile> files, boolean order, long sortMemory, Watcher watcher)
      throws IOException {
    Survey survey = new Survey(files, new ExternalSort(sortMemory));
    try {
      long size = 0;
      for (InputFile file : files) {
        size += file.size();
      }
      long done = 0;
      for (InputFile file : files) {
        survey.read(file, order, watcher, done, size);
        done += file.size();
      }
      survey.runs.addAll(survey.sort.runs());
      return survey;
    } catch (IOException | RuntimeException e) {
      survey.close();
      throw e;
    }
  }

  private void read(InputFile file, boolean order, Watcher watcher, long done, long size)
      throws IOException {
    Line first = null;
    long high = Long.MIN_VALUE;
    try (FileLines lines = file.open()) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        if (line.timed()) {
          earliest = Math.min(earliest, line.time());
          latest = Math.max(latest, line.time());
        }
        if (order && line.time() < high) {
          sort.add(line);
        } else {
          high = line.time();
          first = first == null ? line.copy() : first;
        }
        if (++records % WATCH_EVERY == 0) {
          watcher.passed(records, (double) (done + lines.position()) / Math.max(1, size));
        }
      }
    }
    if (first != null) {
      runs.add(new FileRun(file, first));
    }
  }

  /** How many records there are. */
  public long records() {
    return records;
  }

  /** Whether any record has a readable, plausible event time. */
  public boolean timed() {
    return earliest <= latest;
  }

  /** The earliest readable, plausible event time, in milliseconds since the epoch. */
  public long earliest() {
    return Math.floorDiv(earliest, 1000L);
  }

  /** The latest readable, plausible event time, in milliseconds since the epoch. */
  public long latest() {
    return Math.floorDiv(latest, 1000L);
  }

  /** How often the sort had to write to its temporary file. */
  public int spilled() {
    return sort.spilled();
  }

  /** The records in event-time order; those without a time follow the one before them. */
  public Lines sorted() {
    return new MergedLines(runs);
  }

  /** The files this is about. */
  public List<InputFile> files() {
    return files;
  }

  @Override
  public void close() throws IOException {
    sort.close();
  }

  /** The lines of a file that lie at or after every line before them. */
  private record FileRun(InputFile file, Line first) implements SortedRun {

    @Override
    public Lines open() throws IOException {
      FileLines lines = file.open();
      return new Lines() {
        private long high = Long.MIN_VALUE;

        @Override
        public Line next() throws IOException {
          Line line = lines.next();
          while (line != null && line.time() < high) {
            line = lines.next();
          }
          high = line == null ? high : line.time();
          return line;
        }

        @Override
        public void close() throws IOException {
          lines.close();
        }
      };
    }
  }
}
