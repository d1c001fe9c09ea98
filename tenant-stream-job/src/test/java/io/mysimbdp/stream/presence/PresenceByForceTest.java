package io.mysimbdp.stream.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.dataset.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Gate and operators of presence give what sorting all records gives: with people in several
 * partitions, records out of order, late, repeated and contradictory, with two datasets that know
 * nothing of each other, and with everything restored at another parallelism in the middle.
 */
class PresenceByForceTest {
  private static final long LENGTH = 40_000;

  @Provide
  Arbitrary<List<PresenceOracle.Seen>> sightings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            Arbitraries.of("ann", "bob", "cy"),
            Arbitraries.of("bath", "hall", "kitchen"),
            Arbitraries.longs().between(0, 79).map(half -> half * 500))
        .as(PresenceOracle.Seen::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 100)
  void everyRowIsWhatSortingGives(
      @ForAll("sightings") List<PresenceOracle.Seen> first,
      @ForAll("sightings") List<PresenceOracle.Seen> second,
      @ForAll @IntRange(min = 0, max = 120) int restoreAt,
      @ForAll @IntRange(min = 1, max = 3) int subtasks)
      throws Exception {
    check(first, later(second), restoreAt, subtasks);
  }

  @Property(tries = 30)
  void recordsInOrderAreNeverLate(@ForAll("sightings") List<PresenceOracle.Seen> any)
      throws Exception {
    List<PresenceOracle.Seen> ordered = new ArrayList<>(any);
    ordered.sort((a, b) -> Long.compare(a.time(), b.time()));
    assertThat(new PresenceOracle(ordered, -1, LENGTH).admitted()).isEqualTo(ordered.size());
    check(ordered, List.of(), 10, 2);
  }

  private static List<PresenceOracle.Seen> later(List<PresenceOracle.Seen> dataset) {
    return dataset.stream()
        .map(s -> new PresenceOracle.Seen(s.partition(), s.person(), s.room(), s.time() + LENGTH))
        .toList();
  }

  private static void check(
      List<PresenceOracle.Seen> first,
      List<PresenceOracle.Seen> second,
      int restoreAt,
      int subtasks)
      throws Exception {
    PresenceOracle one = new PresenceOracle(first, -1, LENGTH);
    PresenceOracle two = new PresenceOracle(second, LENGTH, 2 * LENGTH);
    try (PresenceJob job = new PresenceJob()) {
      job.mark(Marker.Kind.BEGIN, "one", 0, LENGTH);
      feed(job, first, restoreAt, subtasks);
      job.mark(Marker.Kind.END, "one", 0, LENGTH);
      assertThat(job.stateSize()).isZero();
      job.mark(Marker.Kind.BEGIN, "two", LENGTH, 2 * LENGTH);
      feed(job, second, restoreAt - first.size(), subtasks);
      job.mark(Marker.Kind.END, "two", LENGTH, 2 * LENGTH);
      assertThat(job.stateSize()).isZero();

      List<String> expected = new ArrayList<>(one.rows());
      expected.addAll(two.rows());
      assertThat(rows(job)).containsExactlyInAnyOrderElementsOf(expected);
      for (int analytic = 0; analytic < 3; analytic++) {
        assertThat(unchanged(job, analytic))
            .isEqualTo(one.unchanged(analytic) + two.unchanged(analytic));
        assertThat(pairs(job, analytic) + unchanged(job, analytic))
            .isEqualTo(job.joined().get(Building.ANALYTICS.get(analytic).name()))
            .isEqualTo(one.admitted() + two.admitted());
      }
      assertThat(occupants(job, 0, LENGTH)).isEqualTo(one.people());
      assertThat(occupants(job, LENGTH, 2 * LENGTH)).isEqualTo(two.people());
    }
  }

  private static void feed(
      PresenceJob job, List<PresenceOracle.Seen> dataset, int restoreAt, int subtasks)
      throws Exception {
    for (int i = 0; i < dataset.size(); i++) {
      if (i == restoreAt) {
        job.restore(subtasks);
      }
      PresenceOracle.Seen seen = dataset.get(i);
      job.sight(seen.partition(), seen.person(), seen.room(), seen.time());
    }
  }

  private static List<String> rows(PresenceJob job) {
    return job.outcomes().stream()
        .filter(Outcome.Line.class::isInstance)
        .map(line -> PresenceOracle.row((Outcome.Line) line))
        .toList();
  }

  private static long pairs(PresenceJob job, int analytic) {
    return job.outcomes().stream()
        .filter(o -> o instanceof Outcome.Line && o.analytic() == analytic)
        .mapToLong(Outcome::records)
        .sum();
  }

  private static long unchanged(PresenceJob job, int analytic) {
    return job.outcomes().stream()
        .filter(o -> o instanceof Outcome.Unchanged && o.analytic() == analytic)
        .mapToLong(Outcome::records)
        .sum();
  }

  /** How many are in all rooms together in the end of a dataset; in no room ever less than none. */
  private static long occupants(PresenceJob job, long from, long close) {
    Map<Object, TreeMap<Long, Long>> rooms = new TreeMap<>();
    for (Outcome outcome : job.outcomes()) {
      if (outcome instanceof Outcome.Line line
          && line.analytic() == Building.OCCUPANCY
          && line.time() >= from
          && line.time() < close) {
        assertThat((Long) line.columns()[2]).isNotNegative();
        rooms
            .computeIfAbsent(line.columns()[0], room -> new TreeMap<>())
            .put(line.time(), (Long) line.columns()[2]);
      }
    }
    return rooms.values().stream().mapToLong(room -> room.lastEntry().getValue()).sum();
  }
}
