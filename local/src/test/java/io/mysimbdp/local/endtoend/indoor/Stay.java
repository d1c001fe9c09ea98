package io.mysimbdp.local.endtoend.indoor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person was in a room, from the first sighting there to the first one elsewhere.
 *
 * @param cameFrom the room before; null at first
 * @param arrived milliseconds since the epoch
 * @param departed milliseconds since the epoch; the dataset's close if nothing is known after it
 * @param events at how many different instants the person was seen in it
 * @param open whether it was cut at the dataset's close
 */
record Stay(
    String person,
    String place,
    String cameFrom,
    long arrived,
    long departed,
    long events,
    boolean open) {

  /**
   * The stays of everybody, in the order of people, then of time.
   *
   * @param close of the dataset, milliseconds since the epoch, exclusive
   */
  static List<Stay> of(List<Sighting> sightings, long close) {
    Map<String, TreeMap<Long, String>> seen = new TreeMap<>();
    for (Sighting sighting : sightings) {
      seen.computeIfAbsent(sighting.person(), person -> new TreeMap<>())
          .merge(sighting.at(), sighting.place(), Stay::greatest);
    }
    List<Stay> stays = new ArrayList<>();
    seen.forEach((person, places) -> stays.addAll(stays(person, places, close)));
    return stays;
  }

  /** Nobody is in two rooms: of those at one instant the greatest name holds. */
  private static String greatest(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static List<Stay> stays(String person, SortedMap<Long, String> places, long close) {
    List<Stay> stays = new ArrayList<>();
    String before = null;
    String place = null;
    long arrived = 0;
    long events = 0;
    for (Map.Entry<Long, String> observed : places.entrySet()) {
      if (!observed.getValue().equals(place)) {
        if (place != null) {
          stays.add(new Stay(person, place, before, arrived, observed.getKey(), events, false));
        }
        before = place;
        place = observed.getValue();
        arrived = observed.getKey();
        events = 0;
      }
      events++;
    }
    stays.add(new Stay(person, place, before, arrived, close, events, true));
    return stays;
  }
}
