package io.mysimbdp.local.endtoend.fuzz;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Sightings of rest-home on one day in Athens, none late. */
public final class Sightings implements Template {
  public static final String FROM = "2018-03-14T22:00:00Z";
  public static final String CLOSE = "2018-03-15T22:00:00Z";

  private static final int SECONDS = 24 * 60 * 60;
  private static final LocalDateTime DAY = LocalDateTime.of(2018, 3, 15, 0, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss", Locale.US);

  @Override
  public String watched() {
    return "part_id";
  }

  @Override
  public List<String> texts() {
    return List.of("part_id", "part_id", "room", "ts_date", "ts_time");
  }

  @Override
  public List<String> numbers() {
    return List.of("part_id", "room");
  }

  @Override
  public Map<String, String> record(long number, long count, Random random) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("part_id", "\"person-" + random.nextInt(20) + '"');
    record.put("ts_date", "\"20180315\"");
    record.put("ts_time", '"' + DAY.plusSeconds(number * SECONDS / count).format(TIME) + '"');
    record.put("room", "\"room-" + random.nextInt(7) + '"');
    return record;
  }
}
