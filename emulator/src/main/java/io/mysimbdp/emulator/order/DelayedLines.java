package io.mysimbdp.emulator.order;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.random.Dice;
import java.io.IOException;
import java.util.PriorityQueue;

/**
 * Holds a share of the lines back until event time has moved on by a random span. Which lines and
 * for how long depends on the seed and on where they stand, not on what came before. Memory is
 * bounded: when too much is held back, the next one due leaves early.
 */
public final class DelayedLines implements Lines {
  private static final long MOST_MEMORY = 64L << 20;
  private static final int OVERHEAD = 100;
  private static final int SALT = 0x64656C61;

  private final Lines lines;
  private final Delays delays;
  private final long seed;
  private final long memory;
  private final PriorityQueue<Held> held = new PriorityQueue<>();
  private long heldBytes;
  private Line waiting;
  private boolean ended;
  private long clock = Long.MIN_VALUE;
  private long delayed;

  /** Delays some of these lines. */
  public DelayedLines(Lines lines, Delays delays, long seed) {
    this(lines, delays, seed, MOST_MEMORY);
  }

  DelayedLines(Lines lines, Delays delays, long seed, long memory) {
    this.memory = memory;
    this.lines = lines;
    this.delays = delays;
    this.seed = seed ^ SALT;
  }

  /** How many lines were held back so far. */
  public long delayed() {
    return delayed;
  }

  @Override
  public Line next() throws IOException {
    while (true) {
      if (waiting == null && !ended) {
        take();
      }
      if (!held.isEmpty() && (ended || held.peek().due <= clock || heldBytes > memory)) {
        Held head = held.remove();
        heldBytes -= head.line.length() + OVERHEAD;
        return head.line;
      }
      if (waiting != null) {
        Line line = waiting;
        waiting = null;
        return line;
      }
      if (ended) {
        return null;
      }
    }
  }

  /** Takes the next line; it either waits to leave, or is put among those held back. */
  private void take() throws IOException {
    Line line = lines.next();
    if (line == null) {
      ended = true;
      return;
    }
    clock = Math.max(clock, line.time());
    long hash = Dice.hash(seed, line.input(), line.number());
    if (!line.timed() || Dice.unit(hash) >= delays.share()) {
      waiting = line;
      return;
    }
    long span = 1 + (long) (new Dice(hash).unit() * delays.atMost().toMillis());
    long due = clock + 1000 * Math.min(span, delays.atMost().toMillis());
    held.add(new Held(due, line.copy()));
    heldBytes += line.length() + OVERHEAD;
    delayed++;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** A line and the event time, in microseconds, at which it is sent. */
  private record Held(long due, Line line) implements Comparable<Held> {
    @Override
    public int compareTo(Held other) {
      int order = Long.compare(due, other.due);
      return order != 0 ? order : line.compareTo(other.line);
    }
  }
}
