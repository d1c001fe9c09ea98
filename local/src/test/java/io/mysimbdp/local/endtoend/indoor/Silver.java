package io.mysimbdp.local.endtoend.indoor;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The silver rows of a tenant, and which of them are alerts as well. */
final class Silver {
  private final Customer customer;
  private final Rows activity = new Rows();
  private final Rows occupancy = new Rows();
  private final Rows arrivals = new Rows();
  private final Rows stays = new Rows();
  private final Rows overFull = new Rows();
  private final Rows watched = new Rows();

  Silver(Customer customer, List<Sighting> sightings, List<Stay> all) {
    this.customer = customer;
    addActivity(sightings);
    addOccupancy(all);
    all.forEach(this::addStay);
  }

  Rows activity() {
    return activity;
  }

  Rows occupancy() {
    return occupancy;
  }

  Rows arrivals() {
    return arrivals;
  }

  Rows stays() {
    return stays;
  }

  /** The rows of occupancy that are alerts. */
  Rows overFull() {
    return overFull;
  }

  /** The rows of arrivals that are alerts. */
  Rows watched() {
    return watched;
  }

  private void addActivity(List<Sighting> sightings) {
    record Window(String person, LocalDateTime start) {}
    Map<Window, Long> events = new HashMap<>();
    Map<Window, Set<String>> rooms = new HashMap<>();
    for (Sighting sighting : sightings) {
      LocalDateTime at = Part.local(sighting.at()).toLocalDateTime();
      int hour = at.getHour() / customer.windowHours() * customer.windowHours();
      Window window = new Window(sighting.person(), at.toLocalDate().atTime(hour, 0));
      events.merge(window, 1L, Long::sum);
      rooms.computeIfAbsent(window, none -> new HashSet<>()).add(sighting.place());
    }
    events.forEach(
        (window, count) ->
            activity.add(
                Indoor.ACTIVITY.row(
                    window.person(),
                    millis(window.start()),
                    millis(window.start().plusHours(customer.windowHours())),
                    count,
                    (long) rooms.get(window).size())));
  }

  private static long millis(LocalDateTime local) {
    return ZonedDateTime.of(local, Sighting.ZONE).toInstant().toEpochMilli();
  }

  private void addOccupancy(List<Stay> all) {
    TreeMap<Long, Map<String, Long>> came = new TreeMap<>();
    TreeMap<Long, Map<String, Long>> went = new TreeMap<>();
    for (Stay stay : all) {
      count(came, stay.arrived(), stay.place());
      if (stay.cameFrom() != null) {
        count(went, stay.arrived(), stay.cameFrom());
      }
    }
    Map<String, Long> occupants = new HashMap<>();
    came.forEach(
        (at, arriving) -> {
          Map<String, Long> departing = went.getOrDefault(at, Map.of());
          Set<String> places = new HashSet<>(arriving.keySet());
          places.addAll(departing.keySet());
          for (String place : places) {
            long arrived = arriving.getOrDefault(place, 0L);
            long departed = departing.getOrDefault(place, 0L);
            if (arrived != departed) {
              long now = occupants.merge(place, arrived - departed, Long::sum);
              addOccupancy(place, at, now, arrived, departed);
            }
          }
        });
  }

  private static void count(Map<Long, Map<String, Long>> counts, long at, String place) {
    counts.computeIfAbsent(at, none -> new HashMap<>()).merge(place, 1L, Long::sum);
  }

  private void addOccupancy(String place, long at, long now, long arrived, long departed) {
    long limit = customer.limit(place);
    Row row = Indoor.OCCUPANCY.row(place, at, now, arrived, departed, limit, now > limit);
    occupancy.add(row);
    if (now > limit) {
      overFull.add(row);
    }
  }

  private void addStay(Stay stay) {
    boolean forbidden = customer.watched().contains(stay.place());
    Row arrival =
        Indoor.ARRIVALS.row(
            stay.person(), stay.arrived(), stay.place(), stay.cameFrom(), forbidden);
    arrivals.add(arrival);
    if (forbidden) {
      watched.add(arrival);
    }
    stays.add(
        Indoor.STAYS.row(
            stay.person(),
            stay.arrived(),
            stay.departed(),
            stay.place(),
            Part.seconds(stay.arrived(), stay.departed()),
            stay.events(),
            stay.open()));
  }
}
