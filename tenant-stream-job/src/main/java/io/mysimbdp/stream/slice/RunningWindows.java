package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import io.mysimbdp.platform.window.Windows;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Cumulative windows. Parts lie under (start of the period, first window end). When that window
 * fires, they go over into the group's running total, which lies under (start of the period, start
 * of the period), and only groups with such parts give a row. So a record is merged once, however
 * many windows contain it.
 *
 * <p>Once parts of a period were spilled, its totals stay in state until it ends: one access to
 * state a row.
 */
final class RunningWindows implements OpenWindows {
  private final RollupProgram program;
  private final Windows windows;
  private final OpenSlices heap;
  private final SliceArchive archive;
  private final Set<Long> spilledPeriods = new HashSet<>();
  private final Set<Long> spilledEnds = new HashSet<>();

  RunningWindows(RollupProgram program, Windows windows, SliceArchive archive) {
    this.program = program;
    this.windows = windows;
    this.heap = new OpenSlices(program, windows);
    this.archive = archive;
  }

  @Override
  public OpenSlices heap() {
    return heap;
  }

  /** At the end of the period something is due in any case: its totals go. */
  @Override
  public void expect(long period, long firstEnd, long fired) {
    if (firstEnd != period) {
      heap.expect(firstEnd);
    }
    heap.expect(windows.lastEnd(period));
  }

  @Override
  public void fire(long end, Output output) throws Exception {
    long period = windows.start(end);
    Map<GroupKey, OpenSlices.Entry> parts = heap.take(period, end);
    for (var part : parts.entrySet()) {
      archive.remove(period, end, part.getKey(), part.getValue());
    }
    if (spilledPeriods.contains(period)) {
      fireSpilled(period, end, parts, output);
    } else {
      parts.forEach(
          (key, part) -> {
            long records = part.accumulator.records();
            Accumulator total = heap.add(key, period, period, part.accumulator);
            output.take(key, period, end, total, records);
          });
    }
    heap.pass(end, archive::remove);
    if (windows.lastEnd(period) == end && spilledPeriods.remove(period)) {
      archive.drop(program.index(), period);
    }
  }

  private void fireSpilled(
      long period, long end, Map<GroupKey, OpenSlices.Entry> parts, Output output)
      throws Exception {
    Set<GroupKey> due = new HashSet<>(parts.keySet());
    if (spilledEnds.remove(end)) {
      due.addAll(archive.groups(program.index(), period, end));
    }
    for (GroupKey key : due) {
      Sum sum = new Sum(program.newAccumulator());
      OpenSlices.Entry part = parts.get(key);
      if (part != null) {
        sum.add(part.accumulator, true);
      }
      archive.take(
          key, period, end, (group, slice, firstEnd, spilled) -> sum.add(spilled, firstEnd == end));
      archive.keep(key, period, period, sum.total);
      output.take(key, period, end, sum.total, sum.records);
    }
  }

  /** A total and how many records came to it last. */
  private final class Sum {
    private final Accumulator total;
    private long records;

    Sum(Accumulator total) {
      this.total = total;
    }

    void add(Accumulator part, boolean isNew) {
      records += isNew ? part.records() : 0;
      program.merge(total, part);
    }
  }

  @Override
  public void noteSpilled(long period, long firstEnd) {
    spilledPeriods.add(period);
    if (firstEnd != period) {
      spilledEnds.add(firstEnd);
    }
  }

  @Override
  public void noneSpilled() {
    spilledPeriods.clear();
    spilledEnds.clear();
  }
}
