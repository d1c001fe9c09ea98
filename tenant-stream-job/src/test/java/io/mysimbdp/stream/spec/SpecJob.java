package io.mysimbdp.stream.spec;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import io.mysimbdp.stream.gate.PartitionState;
import io.mysimbdp.stream.output.CompletionOperator;
import io.mysimbdp.stream.output.Dispatch;
import io.mysimbdp.stream.output.PresenceRows;
import io.mysimbdp.stream.output.SinkInput;
import io.mysimbdp.stream.output.SinkInputSerializer;
import io.mysimbdp.stream.output.WindowRows;
import io.mysimbdp.stream.presence.Move;
import io.mysimbdp.stream.presence.Occupancy;
import io.mysimbdp.stream.presence.Outcome;
import io.mysimbdp.stream.presence.PresencePlan;
import io.mysimbdp.stream.presence.Sighting;
import io.mysimbdp.stream.presence.SightingSerializer;
import io.mysimbdp.stream.presence.Sightings;
import io.mysimbdp.stream.presence.Whereabouts;
import io.mysimbdp.stream.slice.FinishedWindow;
import io.mysimbdp.stream.slice.Partial;
import io.mysimbdp.stream.slice.PartialSerializer;
import io.mysimbdp.stream.slice.PreAggregation;
import io.mysimbdp.stream.slice.SliceOperator;
import io.mysimbdp.stream.slice.WindowCopies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The gate and all operators of one stream in one thread, wired as the stream job wires them. */
final class SpecJob implements AutoCloseable {
  private static final int HEAP = 3;

  private final LatenessGate gate;
  private final PartitionState[] states;
  private final long outOfOrderness;
  private final Stage<Gated, Gated.Admitted> dispatch;
  private final Stage<Gated.Admitted, Partial> gather;
  private final Stage<Partial, FinishedWindow> slices;
  private final Stage<FinishedWindow, SinkInput> windowRows;
  private final Stage<Gated.Admitted, Sighting> sightings;
  private final Stage<Sighting, Outcome> whereabouts;
  private final Stage<Move, Outcome> occupancy;
  private final Stage<Outcome, SinkInput> presenceRows;
  private final Stage<SinkInput, SinkInput> completions;
  private final List<Stage<?, ?>> stages;
  private final List<SinkInput> outputs = new ArrayList<>();
  private long watermark = Long.MIN_VALUE;

  SpecJob(Tenant tenant, int partitions) throws Exception {
    RawStream stream = tenant.raw().get(0);
    List<Rollup> analytics = tenant.silverOf(stream.name());
    PresencePlan plan = new PresencePlan(analytics);
    gate = new LatenessGate(tenant, stream, partitions);
    outOfOrderness = stream.outOfOrderness().toMillis();
    states = new PartitionState[partitions];
    for (int i = 0; i < partitions; i++) {
      states[i] = new PartitionState(analytics.size());
    }
    var records = SinkInputSerializer.INSTANCE;
    dispatch =
        new Stage<>(() -> new Dispatch(tenant, stream), Stage.chained(Gated.Admitted.class), null);
    gather = new Stage<>(() -> new PreAggregation(analytics, 3), PartialSerializer.INSTANCE, null);
    slices =
        new Stage<>(
            () -> new SliceOperator(analytics, HEAP), new WindowCopies(analytics), Partial::key);
    windowRows = new Stage<>(() -> new WindowRows(tenant, analytics), records, null);
    sightings = new Stage<>(() -> new Sightings(plan), SightingSerializer.INSTANCE, null);
    whereabouts =
        new Stage<>(
            () -> new KeyedProcessOperator<>(new Whereabouts(plan)),
            Stage.chained(Outcome.class),
            Sighting::entity);
    occupancy =
        new Stage<>(
            () -> new KeyedProcessOperator<>(new Occupancy(plan)),
            Stage.chained(Outcome.class),
            Move::place);
    presenceRows = new Stage<>(() -> new PresenceRows(tenant, analytics), records, null);
    completions = new Stage<>(() -> new CompletionOperator(tenant), records, null);
    stages =
        List.of(
            dispatch,
            gather,
            slices,
            windowRows,
            sightings,
            whereabouts,
            occupancy,
            presenceRows,
            completions);
  }

  void read(ConsumerRecord<byte[], byte[]> record) throws Exception {
    gate.process(record, states[record.partition()], this::admit);
    dispatch.take(Dispatch.RECORDS).forEach(completions::process);
    dispatch.take(Dispatch.CLOSINGS).forEach(completions::process);
    sightings.take().forEach(whereabouts::process);
    long least = Long.MAX_VALUE;
    for (PartitionState state : states) {
      least = Math.min(least, state.watermark(outOfOrderness));
    }
    if (least > watermark) {
      advance(least);
    }
    outputs.addAll(completions.take());
    outputs.addAll(dispatch.take(Dispatch.ALERTS));
  }

  /** The gate fills one record again and again, so each goes on before the next. */
  private void admit(Gated gated) {
    dispatch.process(gated);
    for (Gated.Admitted admitted : dispatch.take()) {
      gather.process(admitted);
      sightings.process(admitted);
    }
  }

  private void advance(long time) throws Exception {
    watermark = time;
    gather.watermark(time);
    gather.take().forEach(slices::process);
    slices.watermark(time);
    slices.take().forEach(windowRows::process);
    whereabouts.watermark(time);
    whereabouts.take(Whereabouts.MOVES).forEach(occupancy::process);
    occupancy.watermark(time);
    whereabouts.take().forEach(presenceRows::process);
    occupancy.take().forEach(presenceRows::process);
    windowRows.take().forEach(completions::process);
    presenceRows.take().forEach(completions::process);
    completions.watermark(time);
    outputs.addAll(completions.take());
    outputs.addAll(windowRows.take(Dispatch.ALERTS));
    outputs.addAll(presenceRows.take(Dispatch.ALERTS));
  }

  /** A checkpoint, and everything anew from it, with this many subtasks behind each exchange. */
  void restore(int parallelism) throws Exception {
    gather.beforeBarrier();
    gather.take().forEach(slices::process);
    for (Stage<?, ?> stage : stages) {
      stage.restore(parallelism);
    }
    for (int i = 0; i < states.length; i++) {
      states[i] = copy(states[i]);
    }
    watermark = Long.MIN_VALUE;
  }

  private static PartitionState copy(PartitionState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return PartitionState.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  /** The end of all time: every window closes. */
  List<SinkInput> finish() throws Exception {
    advance(Long.MAX_VALUE - 1);
    return outputs;
  }

  @Override
  public void close() throws Exception {
    for (Stage<?, ?> stage : stages) {
      stage.close();
    }
  }
}
