package io.mysimbdp.stream.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Presence by plain means: all records of a dataset are there, so they are sorted and walked
 * through. Lateness is judged anew too.
 */
final class PresenceOracle {

  /** A record of one dataset. */
  record Seen(int partition, String person, String room, long time) {}

  /** What came or went in a room at an instant. */
  private static final class Change {
    private long arrived;
    private long departed;
    private long records;
  }

  /** The place of a person at an instant, and how many records say where. */
  private record Spot(String room, long records) {
    Spot plus(Spot other) {
      return new Spot(room.compareTo(other.room) >= 0 ? room : other.room, records + other.records);
    }
  }

  private final List<String> rows = new ArrayList<>();
  private final long[] unchanged = new long[3];
  private final Map<String, TreeMap<Long, Change>> rooms = new TreeMap<>();
  private long admitted;
  private long people;

  /**
   * One dataset.
   *
   * @param before what the end marker of the dataset before closed; nothing at or before it is in
   *     time
   */
  PresenceOracle(List<Seen> dataset, long before, long close) {
    Map<String, TreeMap<Long, Spot>> persons = new TreeMap<>();
    Map<Integer, Long> high = new HashMap<>();
    for (Seen seen : dataset) {
      long closed =
          high.getOrDefault(seen.partition(), before + Building.OUT_OF_ORDERNESS)
              - Building.OUT_OF_ORDERNESS;
      if (seen.time() > closed) {
        admitted++;
        persons
            .computeIfAbsent(seen.person(), name -> new TreeMap<>())
            .merge(seen.time(), new Spot(seen.room(), 1), Spot::plus);
      }
      high.merge(seen.partition(), seen.time(), Math::max);
      high.merge(seen.partition(), before + Building.OUT_OF_ORDERNESS, Math::max);
    }
    people = persons.size();
    persons.forEach((person, spots) -> walk(person, spots, close));
    rooms.forEach(this::count);
  }

  private void walk(String person, SortedMap<Long, Spot> spots, long close) {
    String room = null;
    long arrived = 0;
    long events = 0;
    long records = 0;
    for (Map.Entry<Long, Spot> spot : spots.entrySet()) {
      long time = spot.getKey();
      Spot at = spot.getValue();
      if (at.room().equals(room)) {
        unchanged[Building.OCCUPANCY] += at.records();
        unchanged[Building.ARRIVALS] += at.records();
      } else {
        if (room != null) {
          stay(person, arrived, time, room, events, records, false);
          change(room, time).departed++;
        }
        rows.add(row(Building.ARRIVALS, at.records(), person, time, at.room(), room));
        change(at.room(), time).arrived++;
        change(at.room(), time).records += at.records();
        room = at.room();
        arrived = time;
        events = 0;
        records = 0;
      }
      events++;
      records += at.records();
    }
    stay(person, arrived, close, room, events, records, true);
  }

  private void stay(
      String person, long from, long to, String room, long events, long records, boolean open) {
    long seconds = Math.floorDiv(to, 1000L) - Math.floorDiv(from, 1000L);
    rows.add(row(Building.STAYS, records, person, from, to, room, seconds, events, open));
  }

  private Change change(String room, long time) {
    return rooms
        .computeIfAbsent(room, name -> new TreeMap<>())
        .computeIfAbsent(time, t -> new Change());
  }

  private void count(String room, SortedMap<Long, Change> changes) {
    long occupants = 0;
    for (Map.Entry<Long, Change> entry : changes.entrySet()) {
      Change change = entry.getValue();
      if (change.arrived == change.departed) {
        unchanged[Building.OCCUPANCY] += change.records;
        continue;
      }
      occupants += change.arrived - change.departed;
      rows.add(
          row(
              Building.OCCUPANCY,
              change.records,
              room,
              entry.getKey(),
              occupants,
              change.arrived,
              change.departed));
    }
  }

  private static String row(int analytic, long records, Object... columns) {
    return analytic + " " + records + " " + java.util.Arrays.asList(columns);
  }

  /** An outcome in the words of the oracle. */
  static String row(Outcome.Line line) {
    return row(line.analytic(), line.records(), line.columns());
  }

  List<String> rows() {
    return rows;
  }

  long unchanged(int analytic) {
    return unchanged[analytic];
  }

  long admitted() {
    return admitted;
  }

  /** How many people were seen. */
  long people() {
    return people;
  }
}
