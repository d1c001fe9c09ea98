package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** All subtasks of a keyed function, which can be restored at another parallelism. */
final class KeyedStage<I> implements AutoCloseable {
  private static final int MAX_PARALLELISM = 16;
  private static final ValueType<Outcome> OUTCOME = ValueType.chained(Outcome.class);

  private final Supplier<KeyedProcessFunction<GroupKey, I, Outcome>> function;
  private final KeySelector<I, GroupKey> key;
  private final StateBackend backend;
  private List<KeyedOneInputStreamOperatorTestHarness<GroupKey, I, Outcome>> subtasks =
      new ArrayList<>();

  KeyedStage(
      Supplier<KeyedProcessFunction<GroupKey, I, Outcome>> function, KeySelector<I, GroupKey> key)
      throws Exception {
    this(function, key, new HashMapStateBackend());
  }

  KeyedStage(
      Supplier<KeyedProcessFunction<GroupKey, I, Outcome>> function,
      KeySelector<I, GroupKey> key,
      StateBackend backend)
      throws Exception {
    this.function = function;
    this.key = key;
    this.backend = backend;
    open(1, null);
  }

  private void open(int parallelism, OperatorSubtaskState state) throws Exception {
    int before = subtasks.size();
    subtasks = new ArrayList<>();
    for (int i = 0; i < parallelism; i++) {
      var harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(function.get()),
              key,
              new ValueType<>(GroupKey.class, GroupKeySerializer.INSTANCE),
              MAX_PARALLELISM,
              parallelism,
              i);
      harness.setStateBackend(backend);
      harness.setup(OUTCOME.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
      if (state != null) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, MAX_PARALLELISM, before, parallelism, i));
      }
      harness.open();
      subtasks.add(harness);
    }
  }

  /** Takes a checkpoint and goes on from it with this many subtasks. */
  void restore(int parallelism) throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = subtasks.get(i).snapshot(1, 1);
    }
    close();
    open(parallelism, AbstractStreamOperatorTestHarness.repackageState(states));
  }

  void process(I element) throws Exception {
    int subtask =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key.getKey(element), MAX_PARALLELISM, subtasks.size());
    subtasks.get(subtask).processElement(new StreamRecord<>(element));
  }

  void watermark(long time) throws Exception {
    for (var subtask : subtasks) {
      subtask.processWatermark(new Watermark(time));
    }
  }

  List<Outcome> takeOutcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (var subtask : subtasks) {
      outcomes.addAll(subtask.extractOutputValues());
      subtask.getOutput().clear();
    }
    return outcomes;
  }

  <T> List<T> takeSideOutput(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    for (var subtask : subtasks) {
      var records = subtask.getSideOutput(tag);
      if (records != null) {
        records.forEach(record -> values.add(record.getValue()));
        records.clear();
      }
    }
    return values;
  }

  /** How many entries and timers there are in keyed state on the heap. */
  int stateSize() {
    return subtasks.stream().mapToInt(s -> s.numKeyedStateEntries() + s.numEventTimeTimers()).sum();
  }

  @Override
  public void close() throws Exception {
    for (var subtask : subtasks) {
      subtask.close();
    }
  }
}
