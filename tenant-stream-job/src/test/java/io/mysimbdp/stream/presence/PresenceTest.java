package io.mysimbdp.stream.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.window.Windows;
import java.util.List;
import org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

/** What presence says of a few sightings, in words. */
class PresenceTest {

  @Test
  void ofTwoRoomsAtOneInstantTheGreaterHolds() throws Exception {
    try (PresenceJob job = new PresenceJob()) {
      job.mark(Marker.Kind.BEGIN, "d", 0, 60_000);
      job.sight(0, "ann", "kitchen", 1_500);
      job.sight(0, "ann", "hall", 1_500);
      job.sight(0, "ann", "kitchen", 3_000);
      job.sight(0, "bob", "hall", 3_000);
      job.sight(0, "ann", "hall", 4_200);
      job.mark(Marker.Kind.END, "d", 0, 60_000);
      assertThat(lines(job, Building.STAYS))
          .containsExactlyInAnyOrder(
              "2 3 [ann, 1500, 4200, kitchen, 3, 2, false]",
              "2 1 [ann, 4200, 60000, hall, 56, 1, true]",
              "2 1 [bob, 3000, 60000, hall, 57, 1, true]");
      assertThat(lines(job, Building.ARRIVALS))
          .containsExactlyInAnyOrder(
              "1 2 [ann, 1500, kitchen, null]",
              "1 1 [bob, 3000, hall, null]",
              "1 1 [ann, 4200, hall, kitchen]");
      assertThat(lines(job, Building.OCCUPANCY))
          .containsExactlyInAnyOrder(
              "0 2 [kitchen, 1500, 1, 1, 0]",
              "0 1 [hall, 3000, 1, 1, 0]",
              "0 0 [kitchen, 4200, 0, 0, 1]",
              "0 1 [hall, 4200, 2, 1, 0]");
    }
  }

  @Test
  void whereOneCameAndOneWentNothingChanged() throws Exception {
    try (PresenceJob job = new PresenceJob()) {
      job.mark(Marker.Kind.BEGIN, "d", 0, 60_000);
      job.sight(0, "ann", "hall", 1_000);
      job.sight(0, "bob", "bath", 1_000);
      job.sight(0, "ann", "bath", 2_000);
      job.sight(0, "bob", "hall", 2_000);
      job.mark(Marker.Kind.END, "d", 0, 60_000);
      assertThat(lines(job, Building.OCCUPANCY))
          .containsExactlyInAnyOrder("0 1 [hall, 1000, 1, 1, 0]", "0 1 [bath, 1000, 1, 1, 0]");
      assertThat(job.outcomes())
          .contains(new Outcome.Unchanged(Building.OCCUPANCY, 60_000, 1))
          .filteredOn(Outcome.Unchanged.class::isInstance)
          .hasSize(2);
    }
  }

  /** What the job runs on. The stay that is cut by its dataset lives through two rescales. */
  @Test
  void goesOnFromACheckpointOfRocksDb() throws Exception {
    try (PresenceJob job = new PresenceJob(new EmbeddedRocksDBStateBackend())) {
      job.mark(Marker.Kind.BEGIN, "d", 0, 60_000);
      job.sight(0, "ann", "hall", 1_000);
      job.sight(1, "bob", "hall", 2_000);
      job.restore(3);
      job.sight(0, "ann", "bath", 20_000);
      job.sight(1, "bob", "hall", 20_000);
      job.restore(2);
      job.mark(Marker.Kind.END, "d", 0, 60_000);
      assertThat(lines(job, Building.STAYS))
          .containsExactlyInAnyOrder(
              "2 1 [ann, 1000, 20000, hall, 19, 1, false]",
              "2 1 [ann, 20000, 60000, bath, 40, 1, true]",
              "2 2 [bob, 2000, 60000, hall, 58, 2, true]");
      assertThat(lines(job, Building.OCCUPANCY))
          .containsExactlyInAnyOrder(
              "0 1 [hall, 1000, 1, 1, 0]",
              "0 1 [hall, 2000, 2, 1, 0]",
              "0 0 [hall, 20000, 1, 0, 1]",
              "0 1 [bath, 20000, 1, 1, 0]");
    }
  }

  @Test
  void analyticsOfOneSubjectShareTheWorkOfFollowingIt() {
    PresencePlan plan = new PresencePlan(Building.ANALYTICS);
    assertThat(plan.size()).isEqualTo(1);
    assertThat(plan.group(0).occupancy()).containsExactly(Building.OCCUPANCY);
    assertThat(plan.group(0).arrivals()).containsExactly(Building.ARRIVALS);
    assertThat(plan.group(0).stays()).containsExactly(Building.STAYS);
  }

  /** Its own time decides, not that of a window; it is late however its analytics look at it. */
  @Test
  void aLateRecordJoinsNothing() throws Exception {
    try (PresenceJob job = new PresenceJob()) {
      job.mark(Marker.Kind.BEGIN, "d", 0, 60_000);
      job.sight(0, "ann", "hall", 10_000);
      job.sight(0, "ann", "bath", 5_000);
      job.sight(0, "ann", "bath", 5_001);
      assertThat(job.late())
          .singleElement()
          .satisfies(late -> assertThat(late.missedFrom()).containsOnly(5_000L));
      job.mark(Marker.Kind.END, "d", 0, 60_000);
      assertThat(job.joined()).containsEntry("room_stays", 2L);
      assertThat(lines(job, Building.ARRIVALS))
          .containsExactly("1 1 [ann, 5001, bath, null]", "1 1 [ann, 10000, hall, bath]");
    }
  }

  @Test
  void outsideDatasetsNothingIsCut() throws Exception {
    try (PresenceJob job = new PresenceJob()) {
      for (int partition = 0; partition < Building.PARTITIONS; partition++) {
        job.sight(partition, "ann", "hall", 1_000);
        job.sight(partition, "bob", "hall", 60_000);
      }
      assertThat(lines(job, Building.STAYS)).isEmpty();
      assertThat(lines(job, Building.OCCUPANCY)).containsExactly("0 2 [hall, 1000, 1, 1, 0]");
    }
  }

  @Test
  void aRecordForWhatIsEvaluatedStopsTheJobEvenAfterARestore() throws Exception {
    PresencePlan plan = new PresencePlan(Building.ANALYTICS);
    Sighting sighting = new Sighting(key("ann"), key("hall"), 1_000);
    Move move = new Move(key("hall"), 1_000, true, 1);
    try (var whereabouts = new KeyedStage<Sighting>(() -> new Whereabouts(plan), Sighting::entity);
        var occupancy = new KeyedStage<Move>(() -> new Occupancy(plan), Move::place)) {
      whereabouts.process(sighting);
      whereabouts.watermark(1_000);
      occupancy.process(move);
      occupancy.watermark(1_000);
      assertThatThrownBy(() -> whereabouts.process(sighting)).hasMessageContaining("a defect");
      assertThatThrownBy(() -> occupancy.process(move)).hasMessageContaining("a defect");
      whereabouts.restore(2);
      occupancy.restore(2);
      assertThatThrownBy(() -> whereabouts.process(sighting)).hasMessageContaining("a defect");
      assertThatThrownBy(() -> occupancy.process(move)).hasMessageContaining("a defect");
    }
  }

  @Test
  void moreCannotLeaveThanWereThere() throws Exception {
    PresencePlan plan = new PresencePlan(Building.ANALYTICS);
    try (var occupancy = new KeyedStage<Move>(() -> new Occupancy(plan), Move::place)) {
      occupancy.process(new Move(key("hall"), 1_000, false, 0));
      assertThatThrownBy(() -> occupancy.watermark(1_000)).hasMessageContaining("More have left");
    }
  }

  @Test
  void whatWasBeforeADatasetDoesNotMatterInIt() throws Exception {
    try (PresenceJob job = new PresenceJob()) {
      job.sight(0, "ann", "hall", 1_000);
      job.sight(1, "bob", "hall", 1_000);
      job.mark(Marker.Kind.BEGIN, "d", 2_000, 60_000);
      job.sight(0, "bob", "hall", 3_000);
      job.mark(Marker.Kind.END, "d", 2_000, 60_000);
      assertThat(lines(job, Building.OCCUPANCY))
          .containsExactlyInAnyOrder("0 2 [hall, 1000, 2, 2, 0]", "0 1 [hall, 3000, 1, 1, 0]");
      assertThat(lines(job, Building.STAYS))
          .containsExactly("2 1 [bob, 3000, 60000, hall, 57, 1, true]");
      assertThat(job.joined()).containsEntry("room_occupancy", 1L);
      assertThat(job.outcomes()).extracting(Outcome::close).contains(Windows.NONE, 60_000L);
    }
  }

  private static GroupKey key(String name) {
    return DatasetKey.of(0, name, Windows.NONE);
  }

  private static List<String> lines(PresenceJob job, int analytic) {
    return job.outcomes().stream()
        .filter(o -> o instanceof Outcome.Line && o.analytic() == analytic)
        .map(line -> PresenceOracle.row((Outcome.Line) line))
        .toList();
  }
}
