package io.mysimbdp.emulator.order;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The lines of sorted runs in one order (k-way merge). A run is opened when its first line is due
 * and closed after its last, so that files which follow each other in time are never all open.
 */
public final class MergedLines implements Lines {
  private final PriorityQueue<Head> heads = new PriorityQueue<>();
  private Head taken;

  /** Merges these runs. */
  public MergedLines(List<? extends SortedRun> runs) {
    for (SortedRun run : runs) {
      heads.add(new Head(run));
    }
  }

  @Override
  public Line next() throws IOException {
    if (taken != null) {
      taken.line = taken.lines.next();
      if (taken.line == null) {
        taken.lines.close();
      } else {
        heads.add(taken);
      }
    }
    taken = heads.poll();
    if (taken == null) {
      return null;
    }
    if (taken.lines == null) {
      taken.lines = taken.run.open();
      taken.line = taken.lines.next();
      if (taken.line == null || !taken.line.equals(taken.run.first())) {
        throw new IOException("an input was changed while it was being replayed");
      }
    }
    return taken.line;
  }

  @Override
  public void close() throws IOException {
    List<Head> open = new ArrayList<>(heads);
    if (taken != null) {
      open.add(taken);
    }
    for (Head head : open) {
      if (head.lines != null) {
        head.lines.close();
      }
    }
  }

  /** How far a run has been read. */
  private static final class Head implements Comparable<Head> {
    private final SortedRun run;
    private Lines lines;
    private Line line;

    Head(SortedRun run) {
      this.run = run;
      this.line = run.first();
    }

    @Override
    public int compareTo(Head other) {
      return line.compareTo(other.line);
    }
  }
}
