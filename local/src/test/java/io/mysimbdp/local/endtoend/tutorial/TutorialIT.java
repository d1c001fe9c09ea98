package io.mysimbdp.local.endtoend.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.stack.Finished;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant made of files alone does what the tutorial says it does. */
@ExtendWith(OnStack.class)
class TutorialIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int RUSH = 3;

  private final Tutorial tutorial = Tutorial.find();
  private final BikeRides file = BikeRides.of(tutorial.data());

  @Test
  void whatTheTutorialSaysComesTrue(Stack stack) {
    Path export = stack.folder("tutorial");

    Finished run =
        stack
            .mysimbdp(PATIENCE, tutorial.runExportingTo(export).toArray(String[]::new))
            .succeeded();

    assertThat(tutorial.lines()).containsAll(ledger(run));
    assertThat(run.out()).contains(sent());
    quartersAreExact(ExportedRows.list(export.resolve("silver/station_quarters.ndjson")));
    daysAreExact(ExportedRows.list(export.resolve("coredms/gold_station_days.ndjson")));
    assertThat(ExportedRows.list(export.resolve("alerts.ndjson")))
        .hasSize((int) quarters().values().stream().filter(rides -> rides.size() >= RUSH).count());
    assertThat(ExportedRows.list(export.resolve("dead-letters.ndjson"))).hasSize(file.rejected());
  }

  /** The lines of the ledger that say how many there were of something. */
  private static List<String> ledger(Finished run) {
    List<String> lines =
        run.out().lines().filter(line -> line.matches("  (raw|silver|gold|balanced) .*")).toList();
    assertThat(lines).hasSize(6);
    return lines;
  }

  private String sent() {
    int accepted = file.rides().size();
    return "sent %d = accepted %d + rejected %d + late 0 + duplicate %d"
        .formatted(
            accepted + file.rejected() + file.repeated(),
            accepted,
            file.rejected(),
            file.repeated());
  }

  private Map<String, List<BikeRide>> quarters() {
    return file.rides().stream()
        .collect(Collectors.groupingBy(ride -> ride.station() + " " + ride.quarter()));
  }

  private void quartersAreExact(List<JsonNode> rows) {
    Map<String, JsonNode> found =
        byKey(rows, row -> text(row, "station") + " " + text(row, "window_start"));
    Map<String, List<BikeRide>> expected = quarters();
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach((key, row) -> isOf(expected.get(key), row));
  }

  /** The clocks are set back on 27 October, so that day has 25 hours. */
  private void daysAreExact(List<JsonNode> rows) {
    List<JsonNode> sunday =
        rows.stream()
            .filter(row -> text(row, "period").equals("day"))
            .filter(row -> text(row, "period_start").equals("2024-10-26T22:00:00Z"))
            .toList();
    Map<String, List<BikeRide>> expected = stations(27);
    Map<String, List<BikeRide>> before = stations(26);
    Map<String, JsonNode> found = byKey(sunday, row -> text(row, "station"));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach(
        (station, row) -> {
          List<BikeRide> rides = expected.get(station);
          assertThat(text(row, "period_end")).isEqualTo("2024-10-27T23:00:00Z");
          isOf(rides, row);
          assertThat(row.required("rides_before").intValue()).isEqualTo(before.get(station).size());
          long more = expected.values().stream().filter(of -> of.size() > rides.size()).count();
          assertThat(row.required("rank").longValue()).isEqualTo(more + 1);
        });
  }

  private Map<String, List<BikeRide>> stations(int dayOfOctober) {
    LocalDate day = LocalDate.of(2024, 10, dayOfOctober);
    return file.where(ride -> ride.started().toLocalDate().equals(day)).stream()
        .collect(Collectors.groupingBy(BikeRide::station));
  }

  private static void isOf(List<BikeRide> rides, JsonNode row) {
    assertThat(row.required("rides").intValue()).isEqualTo(rides.size());
    assertThat(row.required("paid").longValue())
        .isEqualTo(rides.stream().filter(ride -> ride.price() != null).count());
    if (row.required("paid").intValue() == 0) {
      assertThat(row.required("takings").isNull()).isTrue();
    } else {
      assertThat(row.required("takings").decimalValue())
          .isEqualByComparingTo(BikeRides.takings(rides));
    }
  }

  private static Map<String, JsonNode> byKey(List<JsonNode> rows, Function<JsonNode, String> key) {
    return rows.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private static String text(JsonNode row, String column) {
    return row.required(column).textValue();
  }
}
