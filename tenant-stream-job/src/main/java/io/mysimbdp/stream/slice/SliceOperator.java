package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import io.mysimbdp.platform.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers partials into the open slices of its groups and fires windows when the watermark passes
 * their ends. Open slices live on the heap; before a checkpoint what changed is written to keyed
 * state (RocksDB), and what does not fit on the heap stays there. There is no timer a key and no
 * access to state a record.
 */
public final class SliceOperator extends AbstractStreamOperator<FinishedWindow>
    implements OneInputStreamOperator<Partial, FinishedWindow> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SliceOperator.class);

  private final List<Rollup> analytics;
  private final int capacity;
  private transient StreamPrograms programs;
  private transient OpenSlices[] open;
  private transient List<Set<Long>> spilled;
  private transient SliceArchive archive;
  private transient KeyedStateStore keyedState;
  private transient ListState<Long> firedState;
  private transient long fired;
  private transient boolean restored;

  /**
   * The slices of one raw stream's analytics.
   *
   * @param capacity how many accumulators a subtask keeps on the heap
   */
  public SliceOperator(List<Rollup> analytics, int capacity) {
    this.analytics = List.copyOf(analytics);
    this.capacity = capacity;
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    keyedState = context.getKeyedStateStore();
    restored = context.isRestored();
    firedState =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("fired", Types.LONG));
    fired = Long.MIN_VALUE;
    if (restored) {
      Set<Long> all = new TreeSet<>();
      firedState.get().forEach(all::add);
      if (all.size() > 1) {
        throw new IllegalStateException(
            "The subtasks had fired windows up to different times when the checkpoint was taken ("
                + all
                + "), so it is not known which windows are still to come. This cannot happen with"
                + " aligned checkpoints: restore from one, and do not enable unaligned ones.");
      }
      for (long one : all) {
        fired = one;
      }
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    programs = new StreamPrograms(analytics);
    archive = new SliceArchive(this.<GroupKey>getKeyedStateBackend(), keyedState, programs);
    open = new OpenSlices[programs.size()];
    spilled = new ArrayList<>();
    for (int i = 0; i < open.length; i++) {
      spilled.add(new TreeSet<>());
      if (programs.program(i) != null) {
        open[i] = new OpenSlices(programs.program(i), programs.windows(i));
      }
    }
    if (restored) {
      reload();
    }
  }

  /** Partials touch no keyed state, so the backend need not be told their key. */
  @Override
  @SuppressWarnings("rawtypes")
  public void setKeyContextElement1(StreamRecord element) {}

  @Override
  public void processElement(StreamRecord<Partial> element) throws Exception {
    Partial partial = element.getValue();
    if (partial.firstEnd() - 1 <= fired) {
      throw new IllegalStateException(
          "The gate let through a record for a window that ended at %d, but all windows up to %d have fired; silver would be wrong. This is a defect of the platform: %s"
              .formatted(partial.firstEnd(), fired + 1, partial.key()));
    }
    int analytic = partial.key().rollup();
    RollupProgram program = programs.program(analytic);
    add(
        analytic,
        partial.key(),
        partial.slice(),
        partial.firstEnd(),
        program.readAccumulator(new DataInputDeserializer(partial.accumulator())));
    if (size() > capacity) {
      spill();
    }
  }

  private void add(int analytic, GroupKey key, long slice, long firstEnd, Accumulator accumulator) {
    open[analytic].add(key, slice, firstEnd, accumulator);
    expect(analytic, slice, firstEnd);
  }

  /** After a restore a part's first window may have fired already; then the next one is due. */
  private void expect(int analytic, long slice, long firstEnd) {
    long due =
        firstEnd - 1 > fired ? firstEnd : programs.windows(analytic).firstJoin(slice, fired + 1);
    if (due != Windows.NONE) {
      open[analytic].expect(due);
    }
  }

  private int size() {
    int size = 0;
    for (OpenSlices slices : open) {
      size += slices == null ? 0 : slices.size();
    }
    return size;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    for (int i = 0; i < open.length; i++) {
      while (open[i] != null && open[i].nextEnd() - 1 <= mark.getTimestamp()) {
        if (open[i].nextEnd() == Windows.NONE) {
          break;
        }
        fire(i, open[i].nextEnd());
      }
    }
    fired = Math.max(fired, mark.getTimestamp());
    super.processWatermark(mark);
  }

  private void fire(int analytic, long end) throws Exception {
    OpenSlices slices = open[analytic];
    Windows windows = slices.windows();
    long start = windows.start(end);
    Map<GroupKey, Accumulator> window = slices.window(end);
    slices.pass(end, archive::remove);
    if (spilled.get(analytic).stream().anyMatch(slice -> slice >= start && slice < end)) {
      fireSpilled(analytic, start, end, window);
    }
    window.forEach((key, accumulator) -> emit(key, start, end, accumulator));
  }

  private void fireSpilled(int analytic, long start, long end, Map<GroupKey, Accumulator> heap)
      throws Exception {
    OneGroup group = new OneGroup();
    archive.spilled(
        analytic,
        start,
        end,
        (key, slice, firstEnd, accumulator) -> {
          if (!key.equals(group.key)) {
            group.emit(start, end);
            group.key = key;
            Accumulator onHeap = heap.remove(key);
            group.accumulator = programs.program(analytic).newAccumulator();
            if (onHeap != null) {
              programs.program(analytic).merge(group.accumulator, onHeap);
            }
          }
          programs.program(analytic).merge(group.accumulator, accumulator);
        });
    group.emit(start, end);
    for (long slice : spilled.get(analytic)) {
      if (slice >= start && slice < end) {
        open[analytic].expectAfter(end, slice);
      }
    }
    spilled.get(analytic).removeIf(slice -> programs.windows(analytic).lastEnd(slice) <= end);
  }

  /** The group that a walk through spilled state is at; its entries follow each other. */
  private final class OneGroup {
    private GroupKey key;
    private Accumulator accumulator;

    void emit(long start, long end) {
      if (key != null) {
        SliceOperator.this.emit(key, start, end, accumulator);
      }
    }
  }

  private void emit(GroupKey key, long start, long end, Accumulator accumulator) {
    output.collect(new StreamRecord<>(new FinishedWindow(key, start, end, accumulator)));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    writeBack();
    firedState.update(List.of(fired));
  }

  private void writeBack() throws Exception {
    for (OpenSlices slices : open) {
      if (slices != null) {
        slices.forEach(archive::store);
      }
    }
  }

  private void spill() throws Exception {
    LOG.info("spilling {} accumulators to state", size());
    writeBack();
    for (int i = 0; i < open.length; i++) {
      if (open[i] != null) {
        Set<Long> gone = spilled.get(i);
        open[i].forEach((slice, firstEnd, key, entry) -> gone.add(slice));
        open[i].clear();
      }
    }
    archive.startGeneration();
  }

  /**
   * Takes state back onto the heap, or, where it does not fit, notes what is there. What is taken
   * back is written anew at the next checkpoint.
   */
  private void reload() throws Exception {
    int newest =
        archive.forEach(
            (key, slice, firstEnd, accumulator) -> {
              spilled.get(key.rollup()).add(slice);
              if (size() <= capacity) {
                open[key.rollup()].add(key, slice, firstEnd, accumulator);
              }
              expect(key.rollup(), slice, firstEnd);
            });
    boolean fits = size() <= capacity;
    LOG.info("restored {} accumulators{}", size(), fits ? "" : " and more, which stay in state");
    for (int i = 0; i < open.length; i++) {
      if (open[i] != null && fits) {
        spilled.get(i).clear();
      } else if (open[i] != null) {
        open[i].clear();
      }
    }
    if (fits) {
      archive.clear();
    } else {
      archive.startGenerationAfter(newest);
    }
  }
}
