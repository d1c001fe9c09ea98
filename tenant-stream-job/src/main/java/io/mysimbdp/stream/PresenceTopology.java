package io.mysimbdp.stream;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.output.PresenceRows;
import io.mysimbdp.stream.output.SinkInput;
import io.mysimbdp.stream.output.SinkInputSerializer;
import io.mysimbdp.stream.presence.Move;
import io.mysimbdp.stream.presence.Occupancy;
import io.mysimbdp.stream.presence.Outcome;
import io.mysimbdp.stream.presence.PresencePlan;
import io.mysimbdp.stream.presence.Sighting;
import io.mysimbdp.stream.presence.SightingSerializer;
import io.mysimbdp.stream.presence.Sightings;
import io.mysimbdp.stream.presence.Whereabouts;
import io.mysimbdp.stream.type.GroupKeySerializer;
import io.mysimbdp.stream.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Wires the presence analytics of one raw stream, from its gate to its rows. */
final class PresenceTopology {
  private static final ValueType<GroupKey> KEY =
      new ValueType<>(GroupKey.class, GroupKeySerializer.INSTANCE);

  private final Tenant tenant;
  private final RawStream stream;
  private final List<Rollup> analytics;

  PresenceTopology(Tenant tenant, RawStream stream) {
    this.tenant = tenant;
    this.stream = stream;
    this.analytics = tenant.silverOf(stream.name());
  }

  /**
   * Adds the operators; none where no analytic is about presence.
   *
   * @param parallelism of the source, to which the first operator is chained
   * @return the streams of rows, whose alerts are side outputs
   */
  List<SingleOutputStreamOperator<SinkInput>> add(
      DataStream<Gated.Admitted> admitted, int parallelism) {
    PresencePlan plan = new PresencePlan(analytics);
    List<SingleOutputStreamOperator<SinkInput>> rows = new ArrayList<>();
    if (plan.isEmpty()) {
      return rows;
    }
    SingleOutputStreamOperator<Outcome> whereabouts =
        admitted
            .transform(
                name("sightings"),
                new ValueType<>(Sighting.class, SightingSerializer.INSTANCE),
                new Sightings(plan))
            .uid(name("sightings"))
            .setParallelism(parallelism)
            .keyBy(Sighting::entity, KEY)
            .process(new Whereabouts(plan), ValueType.chained(Outcome.class))
            .name(name("whereabouts"))
            .uid(name("whereabouts"));
    rows.add(rows(whereabouts, "whereabouts.rows"));
    if (plan.anyOccupancy()) {
      SingleOutputStreamOperator<Outcome> occupancy =
          whereabouts
              .getSideOutput(Whereabouts.MOVES)
              .keyBy(Move::place, KEY)
              .process(new Occupancy(plan), ValueType.chained(Outcome.class))
              .name(name("occupancy"))
              .uid(name("occupancy"));
      rows.add(rows(occupancy, "occupancy.rows"));
    }
    return rows;
  }

  private SingleOutputStreamOperator<SinkInput> rows(
      SingleOutputStreamOperator<Outcome> outcomes, String name) {
    return outcomes
        .transform(
            name(name),
            new ValueType<>(SinkInput.class, SinkInputSerializer.INSTANCE),
            new PresenceRows(tenant, analytics))
        .uid(name(name));
  }

  private String name(String operator) {
    return operator + "-" + stream.name();
  }
}
