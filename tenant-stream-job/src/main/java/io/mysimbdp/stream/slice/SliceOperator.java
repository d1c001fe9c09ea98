package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import io.mysimbdp.platform.window.Windows;
import java.util.List;
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
  private transient OpenWindows[] open;
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
    open = new OpenWindows[programs.size()];
    for (int i = 0; i < open.length; i++) {
      if (programs.program(i) != null) {
        open[i] = windows(programs.program(i), programs.windows(i));
      }
    }
    if (restored) {
      reload();
    }
  }

  private OpenWindows windows(RollupProgram program, Windows windows) {
    return windows.isCumulative()
        ? new RunningWindows(program, windows, archive)
        : new SlicedWindows(program, windows, archive);
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
    open[analytic].heap().add(key, slice, firstEnd, accumulator);
    open[analytic].expect(slice, firstEnd, fired);
  }

  private int size() {
    int size = 0;
    for (OpenWindows windows : open) {
      size += windows == null ? 0 : windows.heap().size();
    }
    return size;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    for (OpenWindows windows : open) {
      while (windows != null && windows.heap().nextEnd() - 1 <= mark.getTimestamp()) {
        if (windows.heap().nextEnd() == Windows.NONE) {
          break;
        }
        windows.fire(windows.heap().nextEnd(), this::emit);
      }
    }
    fired = Math.max(fired, mark.getTimestamp());
    super.processWatermark(mark);
  }

  private void emit(GroupKey key, long start, long end, Accumulator accumulator, long records) {
    output.collect(new StreamRecord<>(new FinishedWindow(key, start, end, accumulator, records)));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    writeBack();
    firedState.update(List.of(fired));
  }

  private void writeBack() throws Exception {
    for (OpenWindows windows : open) {
      if (windows != null) {
        windows.heap().forEach(archive::store);
      }
    }
  }

  private void spill() throws Exception {
    LOG.info("spilling {} accumulators to state", size());
    writeBack();
    for (OpenWindows windows : open) {
      if (windows != null) {
        windows.spill();
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
              OpenWindows windows = open[key.rollup()];
              windows.noteSpilled(slice, firstEnd);
              if (size() <= capacity) {
                windows.heap().add(key, slice, firstEnd, accumulator);
              }
              windows.expect(slice, firstEnd, fired);
            });
    boolean fits = size() <= capacity;
    LOG.info("restored {} accumulators{}", size(), fits ? "" : " and more, which stay in state");
    for (OpenWindows windows : open) {
      if (windows != null && fits) {
        windows.noneSpilled();
      } else if (windows != null) {
        windows.heap().clear();
      }
    }
    if (fits) {
      archive.clear();
    } else {
      archive.startGenerationAfter(newest);
    }
  }
}
