package io.mysimbdp.local.endtoend.indoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must hold of any room_occupancy, whatever the rooms: nobody is lost, nobody twice. */
public final class Headcount {
  private Headcount() {}

  /**
   * After each instant the rooms together hold everybody who was seen so far; no room ever holds
   * fewer than nobody; and each row follows from the room's row before.
   *
   * @param occupancy rows as exported, in any order
   */
  public static void holds(List<Sighting> sightings, List<JsonNode> occupancy) {
    Map<String, Long> firstSeen = new HashMap<>();
    sightings.forEach(sighting -> firstSeen.merge(sighting.person(), sighting.at(), Math::min));
    TreeMap<Long, List<JsonNode>> byInstant = new TreeMap<>();
    for (JsonNode row : occupancy) {
      long at = Instant.parse(row.required("event_time").textValue()).toEpochMilli();
      byInstant.computeIfAbsent(at, none -> new ArrayList<>()).add(row);
    }
    Map<String, Long> rooms = new HashMap<>();
    byInstant.forEach(
        (at, rows) -> {
          rows.forEach(row -> step(rooms, row));
          long seen = firstSeen.values().stream().filter(first -> first <= at).count();
          long inside = rooms.values().stream().mapToLong(Long::longValue).sum();
          assertThat(inside).as("people at %s", Instant.ofEpochMilli(at)).isEqualTo(seen);
        });
    assertThat(byInstant.keySet())
        .as("instants at which somebody was seen first")
        .containsAll(new TreeSet<>(firstSeen.values()));
  }

  private static void step(Map<String, Long> rooms, JsonNode row) {
    String place = row.required("place").textValue();
    long before = rooms.getOrDefault(place, 0L);
    long change = row.required("arrived").longValue() - row.required("departed").longValue();
    long occupants = row.required("occupants").longValue();
    assertThat(change).as("change in %s", row).isNotZero();
    assertThat(occupants).as("occupants of %s", row).isEqualTo(before + change).isNotNegative();
    rooms.put(place, occupants);
  }
}
