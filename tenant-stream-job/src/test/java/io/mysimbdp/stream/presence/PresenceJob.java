package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import io.mysimbdp.stream.gate.PartitionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Gate and operators of presence in one thread, as the job wires them. */
final class PresenceJob implements AutoCloseable {
  private final PresencePlan plan = new PresencePlan(Building.ANALYTICS);
  private final LatenessGate gate =
      new LatenessGate(Building.TENANT, Building.SIGHTINGS, Building.PARTITIONS);
  private final List<PartitionState> partitions =
      IntStream.range(0, Building.PARTITIONS)
          .mapToObj(i -> new PartitionState(Building.ANALYTICS.size()))
          .toList();
  private final OneInputStreamOperatorTestHarness<Gated.Admitted, Sighting> sightings;
  private final KeyedStage<Sighting> whereabouts;
  private final KeyedStage<Move> occupancy;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<String, Long> joined = new TreeMap<>();
  private final List<Gated.Late> late = new ArrayList<>();
  private long offset;

  PresenceJob() throws Exception {
    this(new HashMapStateBackend());
  }

  PresenceJob(StateBackend backend) throws Exception {
    sightings = new OneInputStreamOperatorTestHarness<>(new Sightings(plan));
    sightings.setup(SightingSerializer.INSTANCE);
    sightings.open();
    whereabouts = new KeyedStage<>(() -> new Whereabouts(plan), Sighting::entity, backend);
    occupancy = new KeyedStage<>(() -> new Occupancy(plan), Move::place, backend);
  }

  /** All partitions open or close a dataset. */
  void mark(Marker.Kind kind, String dataset, long from, long close) throws Exception {
    for (int i = 0; i < partitions.size(); i++) {
      Marker marker = new Marker(kind, dataset, i, partitions.size(), from, close, 0);
      process(Building.marker(offset++, marker));
    }
  }

  void sight(int partition, String person, String room, long time) throws Exception {
    process(Building.sighting(partition, offset++, person, room, time));
  }

  private void process(ConsumerRecord<byte[], byte[]> raw) throws Exception {
    List<Gated.Closed> closed = new ArrayList<>();
    gate.process(
        raw,
        partitions.get(raw.partition()),
        gated -> {
          if (gated instanceof Gated.Admitted admitted) {
            take(admitted);
          } else if (gated instanceof Gated.Closed end) {
            closed.add(end);
          } else if (gated instanceof Gated.Late missed) {
            late.add(missed);
          }
        });
    closed.forEach(
        end -> end.joined().forEach((analytic, pairs) -> joined.merge(analytic, pairs, Long::sum)));
    for (Sighting sighting : sightings.extractOutputValues()) {
      whereabouts.process(sighting);
    }
    sightings.getOutput().clear();
    advance();
  }

  private void take(Gated.Admitted admitted) {
    try {
      sightings.processElement(new StreamRecord<>(admitted));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void advance() throws Exception {
    long watermark =
        partitions.stream()
            .mapToLong(partition -> partition.watermark(Building.OUT_OF_ORDERNESS))
            .min()
            .orElseThrow();
    whereabouts.watermark(watermark);
    for (Move move : whereabouts.takeSideOutput(Whereabouts.MOVES)) {
      occupancy.process(move);
    }
    occupancy.watermark(watermark);
    outcomes.addAll(whereabouts.takeOutcomes());
    outcomes.addAll(occupancy.takeOutcomes());
  }

  /** Takes a checkpoint and goes on from it with this many subtasks. */
  void restore(int parallelism) throws Exception {
    whereabouts.restore(parallelism);
    occupancy.restore(parallelism);
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  /** By analytic, the pairs that passed the gate, over all datasets that are closed. */
  Map<String, Long> joined() {
    return joined;
  }

  List<Gated.Late> late() {
    return late;
  }

  int stateSize() {
    return whereabouts.stateSize() + occupancy.stateSize();
  }

  @Override
  public void close() throws Exception {
    sightings.close();
    whereabouts.close();
    occupancy.close();
  }
}
