package io.mysimbdp.local.endtoend.taxi;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The gold of taxi straight from the trips: no windows, no sketches, no days merged into months.
 *
 * @param trips each once
 */
record GoldTrips(List<Trip> trips) {

  Rows rows(RowShape table) {
    return switch (table.name()) {
      case "fare_trends" -> fareTrends();
      case "fare_by_hour" -> fareByHour();
      case "area_days" -> HotPlaces.of(trips, Trip::area).days(table);
      case "spot_days" -> HotPlaces.of(trips, Trip::spot).days(table);
      case "persistent_hot_areas" -> HotPlaces.of(trips, Trip::area).persistent(table);
      case "persistent_hot_spots" -> HotPlaces.of(trips, Trip::spot).persistent(table);
      default -> throw new IllegalArgumentException(table.name());
    };
  }

  /** All trips of each period in which there were some. */
  Map<Period, Totals> periods() {
    Map<Period, Totals> periods = new HashMap<>();
    for (Trip trip : trips) {
      LocalDate day = Chicago.day(trip.start());
      for (Period.Span span : Period.Span.values()) {
        periods.computeIfAbsent(Period.of(span, day), key -> new Totals()).add(trip);
      }
    }
    return periods;
  }

  private Rows fareTrends() {
    Map<Period, Totals> periods = periods();
    Rows rows = new Rows();
    periods.forEach(
        (period, totals) -> rows.add(trend(period, totals, periods.get(period.before()))));
    return rows;
  }

  private static Row trend(Period period, Totals totals, Totals before) {
    long trips = totals.trips();
    BigDecimal fare = totals.fare.sum();
    Long tripsBefore = before == null ? null : (Long) before.trips();
    BigDecimal fareBefore = before == null ? null : before.fare.sum();
    return Taxi.FARE_TRENDS.row(
        period.name(),
        period.start(),
        period.end(),
        trips,
        fare,
        totals.tips.sum(),
        totals.total.sum(),
        totals.fare.known(),
        totals.tips.known(),
        totals.total.known(),
        tripsBefore,
        fareBefore,
        totals.fare.average(),
        totals.tips.average(),
        totals.total.average(),
        before == null ? null : (Double) (100.0 * (trips - tripsBefore) / tripsBefore),
        change(fare, fareBefore));
  }

  /** In percent of what was before; null where that is unknown or nothing. */
  private static Double change(BigDecimal now, BigDecimal before) {
    return now == null || before == null || before.signum() == 0
        ? null
        : (Double) (100.0 * now.subtract(before).doubleValue() / before.doubleValue());
  }

  private Rows fareByHour() {
    Map<Period, Map<HourOfWeek, Totals>> periods = new HashMap<>();
    for (Trip trip : trips) {
      LocalDate day = Chicago.day(trip.start());
      for (Period.Span span : Period.Span.values()) {
        periods
            .computeIfAbsent(Period.of(span, day), key -> new HashMap<>())
            .computeIfAbsent(HourOfWeek.of(trip), key -> new Totals())
            .add(trip);
      }
    }
    Rows rows = new Rows();
    periods.forEach((period, hours) -> addHours(rows, period, hours));
    return rows;
  }

  private static void addHours(Rows rows, Period period, Map<HourOfWeek, Totals> hours) {
    Map<HourOfWeek, Long> counts = new HashMap<>();
    hours.forEach((hour, totals) -> counts.put(hour, totals.trips()));
    for (Ranking.Ranked<HourOfWeek> hour : Ranking.of(counts)) {
      rows.add(
          Taxi.FARE_BY_HOUR.row(
              period.name(),
              period.start(),
              period.end(),
              hour.key().weekday(),
              hour.key().hour(),
              hour.trips(),
              hours.get(hour.key()).fare.sum(),
              hour.rank(),
              hour.ranked(),
              hour.share()));
    }
  }
}
