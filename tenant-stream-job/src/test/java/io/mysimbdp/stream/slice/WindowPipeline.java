package io.mysimbdp.stream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.VmCpu;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import io.mysimbdp.stream.gate.PartitionState;
import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * Gate, pre-aggregation and slices of vm-cpu's readings, with one partition, some subtasks of the
 * slices, and a restore at any moment.
 */
final class WindowPipeline {
  private static final int KEY_GROUPS = 16;

  private final Tenant tenant;
  private final List<Rollup> analytics;
  private final int heap;
  private final LatenessGate gate;
  private final PartitionState state;
  private final OneInputStreamOperatorTestHarness<Gated.Admitted, Partial> gather;
  private List<KeyedOneInputStreamOperatorTestHarness<GroupKey, Partial, FinishedWindow>> slices;
  private final Map<String, String> windows = new TreeMap<>();

  /**
   * A pipeline.
   *
   * @param heap how many accumulators a subtask of the slices keeps there
   * @param parallelism of the slices
   */
  WindowPipeline(Tenant tenant, int heap, int parallelism) throws Exception {
    this.tenant = tenant;
    this.analytics = tenant.silverOf("readings");
    this.heap = heap;
    this.gate = new LatenessGate(tenant, tenant.rawStream("readings"), 1);
    this.state = new PartitionState(analytics.size());
    this.gather = new OneInputStreamOperatorTestHarness<>(new PreAggregation(analytics, 4));
    gather.setup(PartialSerializer.INSTANCE);
    gather.open();
    this.slices = slices(null, 0, parallelism);
  }

  private List<KeyedOneInputStreamOperatorTestHarness<GroupKey, Partial, FinishedWindow>> slices(
      OperatorSubtaskState snapshot, int before, int parallelism) throws Exception {
    List<KeyedOneInputStreamOperatorTestHarness<GroupKey, Partial, FinishedWindow>> all =
        new ArrayList<>();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      var harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new SliceOperator(analytics, heap),
              Partial::key,
              new ValueType<>(GroupKey.class, GroupKeySerializer.INSTANCE),
              KEY_GROUPS,
              parallelism,
              subtask);
      harness.setup(new WindowCopies(analytics));
      if (snapshot != null) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                snapshot, KEY_GROUPS, before, parallelism, subtask));
      }
      harness.open();
      all.add(harness);
    }
    return all;
  }

  /** A checkpoint, and everything anew from it, with this many subtasks of the slices. */
  void restore(int parallelism) throws Exception {
    gather.prepareSnapshotPreBarrier(1);
    pass();
    OperatorSubtaskState[] snapshots = new OperatorSubtaskState[slices.size()];
    for (int i = 0; i < snapshots.length; i++) {
      snapshots[i] = slices.get(i).snapshot(1, 1);
      drain(slices.get(i));
      slices.get(i).close();
    }
    slices =
        slices(
            AbstractStreamOperatorTestHarness.repackageState(snapshots),
            snapshots.length,
            parallelism);
  }

  /** Reads a record of one machine at a second of the trace. */
  void read(int second, String vm) throws Exception {
    gate.process(VmCpu.reading(0, 0, second, vm, 50), state, this::process);
    long outOfOrderness = tenant.rawStream("readings").outOfOrderness().toMillis();
    gather.processWatermark(new Watermark(state.watermark(outOfOrderness)));
    pass();
  }

  private void process(Gated gated) {
    if (gated instanceof Gated.Admitted admitted) {
      try {
        gather.processElement(new StreamRecord<>(admitted));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Closes all windows.
   *
   * @return by "analytic group end", what the window came to and for how many pairs its row stands:
   *     "records/pairs"
   */
  Map<String, String> finish() throws Exception {
    gather.processWatermark(new Watermark(Long.MAX_VALUE - 1));
    pass();
    for (var subtask : slices) {
      drain(subtask);
      assertThat(subtask.numKeyedStateEntries()).as("left in state").isZero();
      subtask.close();
    }
    gather.close();
    return windows;
  }

  @SuppressWarnings("unchecked")
  private void pass() throws Exception {
    List<Object> elements = new ArrayList<>(gather.getOutput());
    gather.getOutput().clear();
    for (Object element : elements) {
      if (element instanceof Watermark watermark) {
        for (var subtask : slices) {
          subtask.processWatermark(watermark);
        }
      } else {
        var partial = (StreamRecord<Partial>) element;
        int subtask =
            KeyGroupRangeAssignment.assignKeyToParallelOperator(
                partial.getValue().key(), KEY_GROUPS, slices.size());
        slices.get(subtask).processElement(partial);
      }
    }
  }

  private void drain(
      KeyedOneInputStreamOperatorTestHarness<GroupKey, Partial, FinishedWindow> subtask) {
    for (FinishedWindow window : subtask.extractOutputValues()) {
      String group = window.key().size() == 0 ? "all" : window.key().value(0).toString();
      String name = window.key().rollup() + " " + group + " " + window.end();
      String text = window.accumulator().records() + "/" + window.records();
      assertThat(windows.put(name, text)).as(name).isNull();
    }
    subtask.getOutput().clear();
  }
}
