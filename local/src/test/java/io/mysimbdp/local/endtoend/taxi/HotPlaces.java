package io.mysimbdp.local.endtoend.taxi;

import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where most trips begin, day by day and over longer periods.
 *
 * @param trips number of trips by day and place
 */
record HotPlaces<K extends Comparable<K>>(Map<LocalDate, Map<K, Long>> trips) {
  private static final long TOP = 10;

  /** Trips without the place do not count. */
  static <K extends Comparable<K>> HotPlaces<K> of(List<Trip> trips, Function<Trip, K> place) {
    Map<LocalDate, Map<K, Long>> days = new HashMap<>();
    for (Trip trip : trips) {
      K where = place.apply(trip);
      if (where != null) {
        days.computeIfAbsent(Chicago.day(trip.start()), day -> new HashMap<>())
            .merge(where, 1L, Long::sum);
      }
    }
    return new HotPlaces<>(days);
  }

  /** Every place of every day. */
  Rows days(RowShape shape) {
    Rows rows = new Rows();
    trips.forEach(
        (day, places) -> {
          Period period = Period.of(Period.Span.DAY, day);
          for (Ranking.Ranked<K> place : Ranking.of(places)) {
            rows.add(
                shape.row(
                    period.name(),
                    period.start(),
                    period.end(),
                    place.key(),
                    place.trips(),
                    place.rank(),
                    place.ranked(),
                    place.share()));
          }
        });
    return rows;
  }

  /** The first ten of every period. */
  Rows persistent(RowShape shape) {
    Map<Period, Map<K, Long>> counts = new HashMap<>();
    Map<Period, Map<K, Long>> topDays = new HashMap<>();
    trips.forEach(
        (day, places) -> {
          for (Period.Span span : Period.Span.values()) {
            Period period = Period.of(span, day);
            Map<K, Long> count = counts.computeIfAbsent(period, key -> new HashMap<>());
            Map<K, Long> top = topDays.computeIfAbsent(period, key -> new HashMap<>());
            for (Ranking.Ranked<K> place : Ranking.of(places)) {
              count.merge(place.key(), place.trips(), Long::sum);
              top.merge(place.key(), place.rank() <= TOP ? 1L : 0L, Long::sum);
            }
          }
        });
    Rows rows = new Rows();
    counts.forEach((period, count) -> addTop(rows, shape, period, count, topDays.get(period)));
    return rows;
  }

  private static <K extends Comparable<K>> void addTop(
      Rows rows, RowShape shape, Period period, Map<K, Long> counts, Map<K, Long> topDays) {
    for (Ranking.Ranked<K> place : Ranking.of(counts)) {
      if (place.rank() <= TOP) {
        rows.add(
            shape.row(
                period.name(),
                period.start(),
                period.end(),
                place.key(),
                place.trips(),
                topDays.get(place.key()),
                place.rank(),
                place.ranked(),
                place.share()));
      }
    }
  }
}
