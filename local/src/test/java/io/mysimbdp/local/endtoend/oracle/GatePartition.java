package io.mysimbdp.local.endtoend.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lateness gate's rule for one partition, record by record in offset order. */
final class GatePartition {
  private static final long MAX_AHEAD = 24L * 60 * 60 * 1000;
  private static final long NOTHING_YET = Long.MIN_VALUE;

  private final GateOutcome outcome;
  private long high = NOTHING_YET;
  private RawMarker open;
  private Tally tally = Tally.ZERO;

  GatePartition(GateOutcome outcome) {
    this.outcome = outcome;
  }

  void read(RawRecord raw) {
    if (raw.control() != null && !RawMarker.isOne(raw.control(), raw.value())) {
      dead(raw);
    } else if ("begin".equals(raw.control())) {
      begin(raw);
    } else if ("end".equals(raw.control())) {
      end(raw.partition(), RawMarker.read(raw.value()));
    } else if ("pulse".equals(raw.control())) {
      high = Math.max(high, RawMarker.pulse(raw.value()));
    } else {
      data(raw);
    }
  }

  /** An open dataset that is not this one will never be closed; a dead letter says so. */
  private void begin(RawRecord raw) {
    RawMarker begin = RawMarker.read(raw.value());
    outcome.begun(begin);
    if (open != null) {
      outcome.dead(raw);
    }
    if (open == null || !open.dataset().equals(begin.dataset())) {
      open = begin;
      tally = Tally.ZERO;
    }
  }

  private void end(int partition, RawMarker end) {
    if (open == null || !open.dataset().equals(end.dataset())) {
      return; // the same end once more
    }
    outcome.closed(
        end, partition, tally.plus(new Tally(end.sent(), 0, 0, 0)), VmCpu.finalEnd(end.close()));
    high = Math.max(high, VmCpu.finalEnd(end.close()) + VmCpu.OUT_OF_ORDERNESS);
    open = null;
    tally = Tally.ZERO;
  }

  private void data(RawRecord raw) {
    Optional<Reading> valid =
        ReadingJson.read(raw.value()).filter(reading -> plausible(reading.eventTime(), raw));
    if (valid.isEmpty()) {
      dead(raw);
      return;
    }
    Reading reading = valid.get();
    List<Window> missedTumbling = missed(VmCpu.TUMBLING, reading);
    List<Window> missedRolling = missed(VmCpu.ROLLING, reading);
    if (missedTumbling.isEmpty() && missedRolling.isEmpty()) {
      count(new Tally(0, 1, 0, 0));
    } else {
      outcome.late(raw, reading.eventTime(), missedTumbling, missedRolling);
      count(new Tally(0, 0, 0, 1));
    }
    outcome.joined(reading, window -> !fired(window));
    high = Math.max(high, reading.eventTime());
  }

  private void dead(RawRecord raw) {
    outcome.dead(raw);
    count(new Tally(0, 0, 1, 0));
  }

  private List<Window> missed(WindowGrid grid, Reading reading) {
    List<Window> missed = new ArrayList<>();
    for (Window window : grid.containing(reading.eventTime())) {
      if (fired(window)) {
        missed.add(0, window);
      }
    }
    return missed;
  }

  private boolean fired(Window window) {
    return high != NOTHING_YET && window.end() <= high - VmCpu.OUT_OF_ORDERNESS;
  }

  private boolean plausible(long time, RawRecord raw) {
    boolean inBounds = open != null ? open.contains(time) : time <= raw.timestamp() + MAX_AHEAD;
    return inBounds && time <= Reading.LATEST && time >= Reading.ORIGIN;
  }

  private void count(Tally one) {
    if (open != null) {
      tally = tally.plus(one);
    }
  }
}
