package io.mysimbdp.stream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.window.Windows;
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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * Gate, pre-aggregation and slices together give what writing every record into every window gives,
 * with records out of order, with everything restored from a checkpoint in the middle, and with a
 * heap so small that slices are spilled to state.
 */
class WindowsByForceTest {
  private static final List<Rollup> ANALYTICS = VmCpu.TENANT.silverOf("readings");
  private static final ValueType<FinishedWindow> FINISHED = ValueType.chained(FinishedWindow.class);

  @Property(tries = 60)
  void everyWindowHoldsExactlyItsRecords(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 3000) Integer> seconds,
      @ForAll @IntRange(min = 0, max = 80) int restoreAt,
      @ForAll @IntRange(min = 1, max = 12) int heap)
      throws Exception {
    assertThat(byOperators(seconds, restoreAt, heap)).isEqualTo(byForce(seconds));
  }

  /** Rows by "analytic vm window end" as count of records. */
  private static Map<String, Long> byForce(List<Integer> seconds) {
    Map<String, Long> windows = new TreeMap<>();
    long high = Long.MIN_VALUE / 2;
    for (int i = 0; i < seconds.size(); i++) {
      long time = VmCpu.at(seconds.get(i));
      for (int analytic = 0; analytic < 2; analytic++) {
        Windows spec = ((Span.Windowed) ANALYTICS.get(analytic).span()).windows();
        for (long end = spec.firstEnd(time); end <= spec.lastEnd(time); end += spec.slide()) {
          if (end > high - 30_000) {
            windows.merge(analytic + " " + vm(i) + " " + end, 1L, Long::sum);
          }
        }
      }
      high = Math.max(high, time);
    }
    return windows;
  }

  private static String vm(int i) {
    return "vm-" + i % 5;
  }

  private static Map<String, Long> byOperators(List<Integer> seconds, int restoreAt, int heap)
      throws Exception {
    LatenessGate gate = new LatenessGate(VmCpu.TENANT, VmCpu.READINGS, 1);
    PartitionState state = new PartitionState(3);
    Map<String, Long> windows = new TreeMap<>();
    var gather = gather();
    var slices = slices(heap, null);
    for (int i = 0; i < seconds.size(); i++) {
      if (i == restoreAt) {
        gather.prepareSnapshotPreBarrier(1);
        pass(gather, slices);
        OperatorSubtaskState snapshot = slices.snapshot(1, 1);
        drain(slices, windows);
        slices.close();
        slices = slices(heap, snapshot);
      }
      var target = gather;
      gate.process(
          VmCpu.reading(0, i, seconds.get(i), vm(i), 50),
          state,
          gated -> {
            if (gated instanceof Gated.Admitted admitted) {
              process(target, admitted);
            }
          });
      gather.processWatermark(new Watermark(state.watermark(30_000)));
      pass(gather, slices);
    }
    gather.processWatermark(new Watermark(Long.MAX_VALUE - 1));
    pass(gather, slices);
    drain(slices, windows);
    slices.close();
    gather.close();
    return windows;
  }

  private static void process(
      OneInputStreamOperatorTestHarness<Gated.Admitted, Partial> gather, Gated.Admitted admitted) {
    try {
      gather.processElement(new StreamRecord<>(admitted));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static OneInputStreamOperatorTestHarness<Gated.Admitted, Partial> gather()
      throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<Gated.Admitted, Partial>(
            new PreAggregation(ANALYTICS, 4));
    harness.setup(PartialSerializer.INSTANCE);
    harness.open();
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<GroupKey, Partial, FinishedWindow> slices(
      int heap, OperatorSubtaskState state) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new SliceOperator(ANALYTICS, heap),
            Partial::key,
            new ValueType<>(GroupKey.class, GroupKeySerializer.INSTANCE));
    harness.setup(FINISHED.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  @SuppressWarnings("unchecked")
  private static void pass(
      OneInputStreamOperatorTestHarness<Gated.Admitted, Partial> from,
      OneInputStreamOperatorTestHarness<Partial, FinishedWindow> to)
      throws Exception {
    List<Object> elements = new ArrayList<>(from.getOutput());
    from.getOutput().clear();
    for (Object element : elements) {
      if (element instanceof Watermark watermark) {
        to.processWatermark(watermark);
      } else {
        to.processElement((StreamRecord<Partial>) element);
      }
    }
  }

  private static void drain(
      OneInputStreamOperatorTestHarness<Partial, FinishedWindow> slices, Map<String, Long> into) {
    for (FinishedWindow window : slices.extractOutputValues()) {
      String name = window.key().rollup() + " " + window.key().value(0) + " " + window.end();
      assertThat(into.put(name, window.accumulator().records())).as(name).isNull();
    }
    slices.getOutput().clear();
  }
}
