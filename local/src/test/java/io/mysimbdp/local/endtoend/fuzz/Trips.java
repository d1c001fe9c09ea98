package io.mysimbdp.local.endtoend.fuzz;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Trips of taxi on one day in Chicago, none late. */
public final class Trips implements Template {
  public static final String FROM = "2016-04-06T05:00:00Z";
  public static final String CLOSE = "2016-04-07T05:00:00Z";

  private static final int SECONDS = 24 * 60 * 60;
  private static final LocalDateTime DAY = LocalDateTime.of(2016, 4, 6, 0, 0);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);

  @Override
  public String watched() {
    return "pickup_centroid_location";
  }

  @Override
  public List<String> texts() {
    return List.of(
        "trip_id",
        "taxi_id",
        "trip_end_timestamp",
        "pickup_census_tract",
        "dropoff_census_tract",
        "payment_type",
        "company",
        "pickup_centroid_location",
        "pickup_centroid_location",
        "pickup_centroid_location",
        "dropoff_centroid_location",
        "trip_start_timestamp");
  }

  @Override
  public List<String> numbers() {
    return List.of(
        "trip_seconds",
        "trip_miles",
        "pickup_community_area",
        "dropoff_community_area",
        "fare",
        "tips",
        "trip_total",
        "pickup_centroid_latitude");
  }

  @Override
  public Map<String, String> record(long number, long count, Random random) {
    String start = DAY.plusSeconds(number * SECONDS / count).format(LOCAL);
    Map<String, String> record = new LinkedHashMap<>();
    record.put("trip_id", "\"trip-" + number + '"');
    record.put("taxi_id", "\"taxi-" + random.nextInt(100) + '"');
    record.put("trip_start_timestamp", '"' + start + '"');
    record.put("trip_seconds", Integer.toString(random.nextInt(5000)));
    record.put("trip_miles", Double.toString(random.nextDouble()));
    record.put("pickup_community_area", Integer.toString(1 + random.nextInt(77)));
    record.put("fare", "\"" + random.nextInt(100) + "." + (10 + random.nextInt(90)) + '"');
    record.put("tips", "1.25");
    record.put("trip_total", "17.5");
    record.put("payment_type", "\"Cash\"");
    record.put("company", "null");
    record.put("pickup_centroid_location", "\"POINT (-87.6 " + random.nextInt(40) + ")\"");
    return record;
  }
}
