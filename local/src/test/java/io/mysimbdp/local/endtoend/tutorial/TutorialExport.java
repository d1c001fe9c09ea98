package io.mysimbdp.local.endtoend.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the tutorial's run exports, held against the rides of its file. */
public record TutorialExport(Path folder) {
  private static final int RUSH = 3;

  /** Fails unless silver, the days of gold, alerts and dead letters are those of the file. */
  public void has(BikeRides file) {
    quartersAre(quarters(file));
    saturdayAndSundayAre(stations(file, 26), stations(file, 27));
    assertThat(list("dead-letters.ndjson")).hasSize(file.rejected());
    assertThat(list("late.ndjson")).isEmpty();
  }

  private void quartersAre(Map<String, List<BikeRide>> expected) {
    Function<JsonNode, String> key = row -> text(row, "station") + " " + text(row, "window_start");
    Map<String, JsonNode> found = byKey(list("silver/station_quarters.ndjson"), key);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach((at, row) -> isOf(expected.get(at), row));
    assertThat(byKey(list("alerts.ndjson"), key).keySet())
        .isEqualTo(
            expected.keySet().stream()
                .filter(at -> expected.get(at).size() >= RUSH)
                .collect(Collectors.toSet()));
  }

  /** The clocks are set back on the Sunday, 27 October, so that day has 25 hours. */
  private void saturdayAndSundayAre(
      Map<String, List<BikeRide>> saturday, Map<String, List<BikeRide>> sunday) {
    List<JsonNode> rows =
        list("coredms/gold_station_days.ndjson").stream()
            .filter(row -> text(row, "period").equals("day"))
            .filter(row -> text(row, "period_start").equals("2024-10-26T22:00:00Z"))
            .toList();
    Map<String, JsonNode> found = byKey(rows, row -> text(row, "station"));
    assertThat(found.keySet()).isEqualTo(sunday.keySet());
    found.forEach(
        (station, row) -> {
          int rides = sunday.get(station).size();
          isOf(sunday.get(station), row);
          assertThat(text(row, "period_end")).isEqualTo("2024-10-27T23:00:00Z");
          assertThat(row.required("rides_before").intValue())
              .isEqualTo(saturday.get(station).size());
          assertThat(row.required("rank").longValue())
              .isEqualTo(1 + sunday.values().stream().filter(of -> of.size() > rides).count());
        });
  }

  private static Map<String, List<BikeRide>> quarters(BikeRides file) {
    return file.rides().stream()
        .collect(Collectors.groupingBy(ride -> ride.station() + " " + ride.quarter()));
  }

  private static Map<String, List<BikeRide>> stations(BikeRides file, int dayOfOctober) {
    LocalDate day = LocalDate.of(2024, 10, dayOfOctober);
    return file.rides().stream()
        .filter(ride -> ride.started().toLocalDate().equals(day))
        .collect(Collectors.groupingBy(BikeRide::station));
  }

  private static void isOf(List<BikeRide> rides, JsonNode row) {
    long paid = rides.stream().filter(ride -> ride.price() != null).count();
    assertThat(row.required("rides").intValue()).isEqualTo(rides.size());
    assertThat(row.required("paid").longValue()).isEqualTo(paid);
    JsonNode takings = row.required("takings");
    assertThat(takings.isNull()).isEqualTo(paid == 0);
    if (paid > 0) {
      assertThat(takings.decimalValue()).isEqualByComparingTo(BikeRides.takings(rides));
    }
  }

  private List<JsonNode> list(String file) {
    return ExportedRows.list(folder.resolve(file));
  }

  private static Map<String, JsonNode> byKey(List<JsonNode> rows, Function<JsonNode, String> key) {
    return rows.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private static String text(JsonNode row, String column) {
    return row.required(column).textValue();
  }
}
