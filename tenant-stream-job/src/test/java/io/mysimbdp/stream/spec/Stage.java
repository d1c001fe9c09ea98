package io.mysimbdp.stream.spec;

import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** All subtasks of one operator, which can be restored at another parallelism. */
final class Stage<I, O> implements AutoCloseable {
  private static final int KEY_GROUPS = 16;

  private final Supplier<OneInputStreamOperator<I, O>> operator;
  private final TypeSerializer<O> output;
  private final KeySelector<I, GroupKey> key;
  private List<OneInputStreamOperatorTestHarness<I, O>> subtasks = List.of();

  /**
   * An operator.
   *
   * @param key null for an operator without keyed state, which has one subtask
   */
  Stage(
      Supplier<OneInputStreamOperator<I, O>> operator,
      TypeSerializer<O> output,
      KeySelector<I, GroupKey> key)
      throws Exception {
    this.operator = operator;
    this.output = output;
    this.key = key;
    open(1, null);
  }

  /** An operator whose output goes on at once, as objects. */
  static <O> TypeSerializer<O> chained(Class<O> type) {
    return ValueType.chained(type)
        .createSerializer((org.apache.flink.api.common.serialization.SerializerConfig) null);
  }

  private void open(int parallelism, OperatorSubtaskState state) throws Exception {
    int before = subtasks.size();
    List<OneInputStreamOperatorTestHarness<I, O>> opened = new ArrayList<>();
    for (int i = 0; i < parallelism; i++) {
      var harness = harness(parallelism, i);
      harness.setup(output);
      if (state != null) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, KEY_GROUPS, before, parallelism, i));
      }
      harness.open();
      opened.add(harness);
    }
    subtasks = opened;
  }

  private OneInputStreamOperatorTestHarness<I, O> harness(int parallelism, int subtask)
      throws Exception {
    return key == null
        ? new OneInputStreamOperatorTestHarness<>(operator.get())
        : new KeyedOneInputStreamOperatorTestHarness<>(
            operator.get(),
            key,
            new ValueType<>(GroupKey.class, GroupKeySerializer.INSTANCE),
            KEY_GROUPS,
            parallelism,
            subtask);
  }

  void process(I element) {
    try {
      int subtask =
          key == null
              ? 0
              : KeyGroupRangeAssignment.assignKeyToParallelOperator(
                  key.getKey(element), KEY_GROUPS, subtasks.size());
      subtasks.get(subtask).processElement(new StreamRecord<>(element));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void watermark(long time) throws Exception {
    for (var subtask : subtasks) {
      subtask.processWatermark(new Watermark(time));
    }
  }

  /** What an operator does just before it sends a barrier on. */
  void beforeBarrier() throws Exception {
    for (var subtask : subtasks) {
      subtask.prepareSnapshotPreBarrier(1);
    }
  }

  /** Takes a checkpoint and goes on from it, a keyed operator with this many subtasks. */
  void restore(int parallelism) throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = subtasks.get(i).snapshot(1, 1);
    }
    close();
    open(key == null ? 1 : parallelism, AbstractStreamOperatorTestHarness.repackageState(states));
  }

  List<O> take() {
    List<O> taken = new ArrayList<>();
    for (var subtask : subtasks) {
      taken.addAll(subtask.extractOutputValues());
      subtask.getOutput().clear();
    }
    return taken;
  }

  <T> List<T> take(OutputTag<T> tag) {
    List<T> taken = new ArrayList<>();
    for (var subtask : subtasks) {
      var records = subtask.getSideOutput(tag);
      if (records != null) {
        records.forEach(record -> taken.add(record.getValue()));
        records.clear();
      }
    }
    return taken;
  }

  @Override
  public void close() throws Exception {
    for (var subtask : subtasks) {
      subtask.close();
    }
  }
}
