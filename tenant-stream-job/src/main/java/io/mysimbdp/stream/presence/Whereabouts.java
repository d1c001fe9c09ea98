package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.type.ValueType;
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
import org.apache.flink.util.OutputTag;

/**
 * Follows each entity from place to place in event-time order: observations wait until the
 * watermark has passed their instant. Gives stays and arrivals, and the moves between places that
 * occupancy is counted from.
 *
 * <p>A stay that is not over when its dataset closes is cut there. No record of the dataset lies at
 * its close or behind, so that is done right after the instant before, and leaves no state.
 */
public final class Whereabouts extends KeyedProcessFunction<GroupKey, Sighting, Outcome>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** What changes the number of entities in places. */
  public static final OutputTag<Move> MOVES =
      new OutputTag<>("moves", new ValueType<>(Move.class, MoveSerializer.INSTANCE));

  private final PresencePlan plan;
  private final EvaluatedInstants evaluated = new EvaluatedInstants();
  private transient MapState<Long, byte[]> waiting;
  private transient ValueState<byte[]> current;

  public Whereabouts(PresencePlan plan) {
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
    current =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "stay", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(Sighting sighting, Context context, Collector<Outcome> out)
      throws Exception {
    evaluated.require(sighting.time(), context.timerService().currentWatermark(), sighting);
    byte[] before = waiting.get(sighting.time());
    if (before == null) {
      context.timerService().registerEventTimeTimer(sighting.time());
    }
    Observation observation =
        before == null
            ? new Observation(sighting.place(), 1)
            : Observation.read(before).plus(sighting.place());
    waiting.put(sighting.time(), observation.toBytes());
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<Outcome> out)
      throws Exception {
    evaluated.evaluated(instant);
    GroupKey key = context.getCurrentKey();
    Entity entity = new Entity(context, out);
    byte[] open = current.value();
    Stay stay = open == null ? null : Stay.read(open);
    byte[] seen = waiting.get(instant);
    if (seen != null) {
      waiting.remove(instant);
      stay = entity.observe(stay, Observation.read(seen), instant);
    }
    if (stay == null) {
      return;
    }
    if (DatasetKey.endsAt(key, instant)) {
      entity.over(stay, DatasetKey.close(key), true);
      current.clear();
      return;
    }
    current.update(stay.toBytes());
    if (open == null && DatasetKey.ends(key)) {
      context.timerService().registerEventTimeTimer(DatasetKey.close(key) - 1);
    }
  }

  /** The entity whose turn it is, and where to tell of it. */
  private final class Entity {
    private final OnTimerContext context;
    private final Collector<Outcome> out;
    private final GroupKey key;
    private final PresencePlan.Group group;

    Entity(OnTimerContext context, Collector<Outcome> out) {
      this.context = context;
      this.out = out;
      this.key = context.getCurrentKey();
      this.group = plan.group(key.rollup());
    }

    /** The stay that the entity is in after an observation. */
    Stay observe(Stay stay, Observation seen, long instant) {
      if (stay != null && stay.place().equals(seen.place())) {
        for (int analytic : group.arrivals()) {
          out.collect(new Outcome.Unchanged(analytic, DatasetKey.close(key), seen.records()));
        }
        for (int analytic : group.occupancy()) {
          out.collect(new Outcome.Unchanged(analytic, DatasetKey.close(key), seen.records()));
        }
        return stay.plus(seen);
      }
      if (stay != null) {
        over(stay, instant, false);
        move(stay.place(), instant, false, 0);
      }
      Object cameFrom = stay == null ? null : DatasetKey.name(stay.place());
      for (int analytic : group.arrivals()) {
        out.collect(
            new Outcome.Line(
                analytic,
                DatasetKey.close(key),
                instant,
                seen.records(),
                DatasetKey.name(key),
                instant,
                DatasetKey.name(seen.place()),
                cameFrom));
      }
      move(seen.place(), instant, true, seen.records());
      return Stay.begin(seen, instant);
    }

    void over(Stay stay, long departed, boolean open) {
      long seconds = Math.floorDiv(departed, 1000L) - Math.floorDiv(stay.arrived(), 1000L);
      for (int analytic : group.stays()) {
        out.collect(
            new Outcome.Line(
                analytic,
                DatasetKey.close(key),
                departed,
                stay.records(),
                DatasetKey.name(key),
                stay.arrived(),
                departed,
                DatasetKey.name(stay.place()),
                seconds,
                stay.events(),
                open));
      }
    }

    private void move(GroupKey place, long instant, boolean arrival, long records) {
      if (!group.occupancy().isEmpty()) {
        context.output(MOVES, new Move(place, instant, arrival, records));
      }
    }
  }
}
