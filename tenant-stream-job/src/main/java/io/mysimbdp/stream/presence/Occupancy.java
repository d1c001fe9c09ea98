package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts the entities in each place, in event-time order: moves wait until the watermark has passed
 * their instant, so all of one instant count together. {@link Whereabouts} sends a move before it
 * passes on the watermark that caused it, hence in time for this.
 */
public final class Occupancy extends KeyedProcessFunction<GroupKey, Move, Outcome>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final PresencePlan plan;
  private final EvaluatedInstants evaluated = new EvaluatedInstants();
  private transient MapState<Long, byte[]> waiting;
  private transient ValueState<Long> occupants;

  public Occupancy(PresencePlan plan) {
    this.plan = plan;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    evaluated.restore(context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    evaluated.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    occupants = getRuntimeContext().getState(new ValueStateDescriptor<>("occupants", Types.LONG));
  }

  @Override
  public void processElement(Move move, Context context, Collector<Outcome> out) throws Exception {
    evaluated.require(move.instant(), context.timerService().currentWatermark(), move);
    byte[] before = waiting.get(move.instant());
    if (before == null) {
      context.timerService().registerEventTimeTimer(move.instant());
    }
    Tally tally = before == null ? Tally.NONE : Tally.read(before);
    waiting.put(move.instant(), tally.plus(move).toBytes());
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<Outcome> out)
      throws Exception {
    evaluated.evaluated(instant);
    GroupKey place = context.getCurrentKey();
    Long counted = occupants.value();
    long before = counted == null ? 0 : counted;
    long after = before;
    byte[] moves = waiting.get(instant);
    if (moves != null) {
      waiting.remove(instant);
      Tally tally = Tally.read(moves);
      after = before + tally.arrived() - tally.departed();
      if (after < 0) {
        throw new IllegalStateException(
            "More have left %s at %d than were there: %d, then %s. This is a defect of the platform"
                .formatted(place, instant, before, tally));
      }
      tell(place, instant, after, tally, out);
    }
    if (after == 0 || DatasetKey.endsAt(place, instant)) {
      occupants.clear();
      return;
    }
    occupants.update(after);
    if (counted == null && DatasetKey.ends(place)) {
      context.timerService().registerEventTimeTimer(DatasetKey.close(place) - 1);
    }
  }

  /** Where as many came as went nothing has changed. */
  private void tell(GroupKey place, long instant, long after, Tally tally, Collector<Outcome> out) {
    for (int analytic : plan.group(place.rollup()).occupancy()) {
      if (tally.arrived() != tally.departed()) {
        out.collect(
            new Outcome.Line(
                analytic,
                DatasetKey.close(place),
                instant,
                tally.records(),
                DatasetKey.name(place),
                instant,
                after,
                tally.arrived(),
                tally.departed()));
      } else {
        out.collect(new Outcome.Unchanged(analytic, DatasetKey.close(place), tally.records()));
      }
    }
  }
}
