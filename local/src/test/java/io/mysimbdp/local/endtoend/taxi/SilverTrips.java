package io.mysimbdp.local.endtoend.taxi;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The silver of taxi. Chicago is whole hours from UTC and was always so, hence steps that divide an
 * hour have the same boundaries in local time as in UTC.
 *
 * @param trips by start, each once
 */
record SilverTrips(List<Trip> trips) {
  private static final long FARES = 5_000;
  private static final long DAY_STEP = 10_000;
  private static final long HOT = 60_000;
  private static final long HOT_STEP = 30_000;

  private record PlaceWindow<K>(K place, long start) {}

  Rows rows(RowShape analytic) {
    return switch (analytic.name()) {
      case "fare_windows" -> fareWindows();
      case "day_so_far" -> daySoFar();
      case "hot_areas" -> hot(analytic, Trip::area);
      case "hot_spots" -> hot(analytic, Trip::spot);
      default -> throw new IllegalArgumentException(analytic.name());
    };
  }

  private Rows fareWindows() {
    Map<Long, Totals> windows = new HashMap<>();
    trips.forEach(
        trip ->
            windows.computeIfAbsent(trip.start() / FARES * FARES, start -> new Totals()).add(trip));
    Rows rows = new Rows();
    windows.forEach((start, totals) -> rows.add(fareWindow(start, totals)));
    return rows;
  }

  private static Row fareWindow(long start, Totals totals) {
    return Taxi.FARE_WINDOWS.row(
        start,
        start + FARES,
        totals.trips(),
        totals.fare.sum(),
        totals.tips.sum(),
        totals.total.sum(),
        totals.fare.known(),
        totals.tips.known(),
        totals.total.known());
  }

  /** A row at each boundary since the last of which a trip started: the local day up to there. */
  private Rows daySoFar() {
    Rows rows = new Rows();
    Totals day = new Totals();
    for (int i = 0; i < trips.size(); i++) {
      Trip trip = trips.get(i);
      day.add(trip);
      Trip next = i + 1 < trips.size() ? trips.get(i + 1) : null;
      if (next == null || boundaryAfter(next) != boundaryAfter(trip)) {
        rows.add(soFar(trip, day));
      }
      if (next != null && !Chicago.day(next.start()).equals(Chicago.day(trip.start()))) {
        day = new Totals();
      }
    }
    return rows;
  }

  private static Row soFar(Trip last, Totals day) {
    return Taxi.DAY_SO_FAR.row(
        Chicago.midnight(Chicago.day(last.start())),
        boundaryAfter(last),
        day.trips(),
        day.fare.sum(),
        day.tips.average(),
        day.total.average());
  }

  private static long boundaryAfter(Trip trip) {
    return (trip.start() / DAY_STEP + 1) * DAY_STEP;
  }

  /**
   * Each trip lies in two windows: the one that starts at the step before it, and the one before.
   */
  private <K> Rows hot(RowShape shape, Function<Trip, K> place) {
    Map<PlaceWindow<K>, Long> windows = new HashMap<>();
    for (Trip trip : trips) {
      K where = place.apply(trip);
      if (where != null) {
        long second = trip.start() / HOT_STEP * HOT_STEP;
        windows.merge(new PlaceWindow<>(where, second), 1L, Long::sum);
        windows.merge(new PlaceWindow<>(where, second - HOT_STEP), 1L, Long::sum);
      }
    }
    Rows rows = new Rows();
    windows.forEach(
        (window, count) ->
            rows.add(shape.row(window.place(), window.start(), window.start() + HOT, count)));
    return rows;
  }
}
