package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import io.mysimbdp.platform.window.Windows;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tumbling and sliding windows: a window merges the parts of its slices whose first end is not
 * after its own, from the heap and from state.
 */
final class SlicedWindows implements OpenWindows {
  private final RollupProgram program;
  private final Windows windows;
  private final OpenSlices heap;
  private final SliceArchive archive;
  private final Set<Long> spilled = new TreeSet<>();

  SlicedWindows(RollupProgram program, Windows windows, SliceArchive archive) {
    this.program = program;
    this.windows = windows;
    this.heap = new OpenSlices(program, windows);
    this.archive = archive;
  }

  @Override
  public OpenSlices heap() {
    return heap;
  }

  /** After a restore a part's first window may have fired already; then the next one is due. */
  @Override
  public void expect(long slice, long firstEnd, long fired) {
    long due = firstEnd - 1 > fired ? firstEnd : windows.firstJoin(slice, fired + 1);
    if (due != Windows.NONE) {
      heap.expect(due);
    }
  }

  /** Expects the window after the one that ends here, if it contains this slice too. */
  private void expectAfter(long end, long slice) {
    long next = windows.nextEnd(end);
    if (windows.lastEnd(slice) >= next) {
      heap.expect(next);
    }
  }

  @Override
  public void fire(long end, Output output) throws Exception {
    long start = windows.start(end);
    Map<GroupKey, Accumulator> window = heap.window(end);
    heap.lastSlice(end).ifPresent(slice -> expectAfter(end, slice));
    heap.pass(end, archive::remove);
    if (spilled.stream().anyMatch(slice -> slice >= start && slice < end)) {
      fireSpilled(start, end, window, output);
    }
    window.forEach((key, all) -> output.take(key, start, end, all, all.records()));
  }

  private void fireSpilled(long start, long end, Map<GroupKey, Accumulator> window, Output output)
      throws Exception {
    OneGroup group = new OneGroup();
    archive.spilled(
        program.index(),
        start,
        end,
        (key, slice, firstEnd, accumulator) -> {
          if (!key.equals(group.key)) {
            group.emit(start, end, output);
            group.key = key;
            Accumulator onHeap = window.remove(key);
            group.accumulator = program.newAccumulator();
            if (onHeap != null) {
              program.merge(group.accumulator, onHeap);
            }
          }
          program.merge(group.accumulator, accumulator);
        });
    group.emit(start, end, output);
    for (long slice : spilled) {
      if (slice >= start && slice < end) {
        expectAfter(end, slice);
      }
    }
    spilled.removeIf(slice -> windows.lastEnd(slice) <= end);
  }

  /** The group that a walk through spilled state is at; its entries follow each other. */
  private static final class OneGroup {
    private GroupKey key;
    private Accumulator accumulator;

    void emit(long start, long end, Output output) {
      if (key != null) {
        output.take(key, start, end, accumulator, accumulator.records());
      }
    }
  }

  @Override
  public void noteSpilled(long slice, long firstEnd) {
    spilled.add(slice);
  }

  @Override
  public void noneSpilled() {
    spilled.clear();
  }
}
