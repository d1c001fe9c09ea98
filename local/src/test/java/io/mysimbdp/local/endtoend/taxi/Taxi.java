package io.mysimbdp.local.endtoend.taxi;

import io.mysimbdp.local.endtoend.rows.RowShape;
import java.util.List;
import java.util.Set;

/** The analytics and tables of tenant taxi. */
final class Taxi {
  static final RowShape FARE_WINDOWS =
      RowShape.of(
          "fare_windows",
          2,
          "window_start:TIME",
          "window_end:TIME",
          "trips:LONG",
          "total_fare:DECIMAL",
          "total_tips:DECIMAL",
          "total_trip_total:DECIMAL",
          "fares_known:LONG",
          "tips_known:LONG",
          "trip_totals_known:LONG");

  static final RowShape DAY_SO_FAR =
      RowShape.of(
          "day_so_far",
          2,
          "window_start:TIME",
          "window_end:TIME",
          "trips:LONG",
          "fare_total:DECIMAL",
          "tips_avg:DOUBLE",
          "trip_total_avg:DOUBLE");

  static final RowShape HOT_AREAS = hot("hot_areas", "pickup_community_area:LONG");
  static final RowShape HOT_SPOTS = hot("hot_spots", "pickup_centroid_location:TEXT");

  static final RowShape FARE_TRENDS =
      RowShape.of(
          "fare_trends",
          3,
          "period:TEXT",
          "period_start:TIME",
          "period_end:TIME",
          "trips:LONG",
          "fare_total:DECIMAL",
          "tips_total:DECIMAL",
          "trip_total:DECIMAL",
          "fares_known:LONG",
          "tips_known:LONG",
          "trip_totals_known:LONG",
          "trips_before:LONG",
          "fare_total_before:DECIMAL",
          "fare_avg:DOUBLE",
          "tips_avg:DOUBLE",
          "trip_total_avg:DOUBLE",
          "trips_change:DOUBLE",
          "fare_total_change:DOUBLE");

  static final RowShape FARE_BY_HOUR =
      RowShape.of(
          "fare_by_hour",
          5,
          "period:TEXT",
          "period_start:TIME",
          "period_end:TIME",
          "weekday:LONG",
          "hour:LONG",
          "trips:LONG",
          "fare_total:DECIMAL",
          "rank:LONG",
          "ranked:LONG",
          "share:DOUBLE");

  static final RowShape AREA_DAYS = days("area_days", "pickup_community_area:LONG");
  static final RowShape SPOT_DAYS = days("spot_days", "pickup_centroid_location:TEXT");
  static final RowShape AREAS = persistent("persistent_hot_areas", "pickup_community_area:LONG");
  static final RowShape SPOTS = persistent("persistent_hot_spots", "pickup_centroid_location:TEXT");

  static final List<RowShape> SILVER = List.of(FARE_WINDOWS, DAY_SO_FAR, HOT_AREAS, HOT_SPOTS);
  static final List<RowShape> GOLD =
      List.of(FARE_TRENDS, FARE_BY_HOUR, AREA_DAYS, AREAS, SPOT_DAYS, SPOTS);

  private Taxi() {}

  /** Columns that no one value is right for, and that are looked at apart. */
  static Set<String> besides(RowShape shape) {
    if (shape.equals(FARE_WINDOWS)) {
      return Set.of("fares");
    }
    return shape.equals(FARE_TRENDS) ? Fares.QUANTILES.keySet() : Set.of();
  }

  private static RowShape hot(String name, String place) {
    return RowShape.of(name, 3, place, "window_start:TIME", "window_end:TIME", "trips:LONG");
  }

  private static RowShape days(String name, String place) {
    return RowShape.of(
        name,
        4,
        "period:TEXT",
        "period_start:TIME",
        "period_end:TIME",
        place,
        "trips:LONG",
        "rank:LONG",
        "ranked:LONG",
        "share:DOUBLE");
  }

  private static RowShape persistent(String name, String place) {
    return RowShape.of(
        name,
        4,
        "period:TEXT",
        "period_start:TIME",
        "period_end:TIME",
        place,
        "trips:LONG",
        "days_in_top_10:LONG",
        "rank:LONG",
        "ranked:LONG",
        "share:DOUBLE");
  }
}
