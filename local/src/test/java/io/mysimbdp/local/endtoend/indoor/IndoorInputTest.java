package io.mysimbdp.local.endtoend.indoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests feed: it must be odd enough, and not odder than a tenant allows. */
class IndoorInputTest {
  @TempDir private Path folder;
  private Path sightings;

  @BeforeEach
  void write() {
    sightings = new Wanderers(12, 2_000, 5).write(folder.resolve("sightings.csv"));
  }

  @Test
  void wanderersGiveRowsAndAlertsOfEveryKindInWhicheverOrderTheyAreRead() {
    IndoorOracle oracle = IndoorOracle.of(Customer.REST_HOME, sightings);
    oracle.silver().forEach((analytic, rows) -> holdsSome(analytic, rows));
    oracle.gold().forEach((table, rows) -> holdsSome(table, rows));
    oracle.alerts().forEach((analytic, rows) -> assertThat(rows.size()).isPositive());

    Path disturbed = Disturbed.copy(sightings, folder.resolve("disturbed.csv"), 7);
    IndoorOracle other = IndoorOracle.of(Customer.REST_HOME, disturbed);
    oracle
        .gold()
        .forEach(
            (table, rows) ->
                assertThat(rows.differenceTo(other.gold().get(table).stream())).isEmpty());
  }

  private static void holdsSome(RowShape shape, Rows rows) {
    assertThat(rows.size()).as(shape.name()).isPositive();
    assertThat(rows.repeatedKeys()).as(shape.name()).isZero();
  }

  @Test
  void noSightingOfADisturbedFileIsLateButManyAreOutOfOrder() {
    List<Sighting> before = Sighting.read(sightings);
    List<Sighting> after =
        Sighting.read(Disturbed.copy(sightings, folder.resolve("disturbed.csv"), 7));
    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
    long high = Long.MIN_VALUE;
    int behind = 0;
    for (Sighting sighting : after) {
      high = Math.max(high, sighting.at());
      behind += sighting.at() < high ? 1 : 0;
      assertThat(high - sighting.at()).isLessThan(Disturbed.OUT_OF_ORDERNESS);
    }
    assertThat(behind).isGreaterThan(before.size() / 4);
    assertThat(before).isSortedAccordingTo(Comparator.comparingLong(Sighting::at));
  }
}
