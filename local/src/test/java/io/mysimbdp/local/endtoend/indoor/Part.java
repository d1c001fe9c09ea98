package io.mysimbdp.local.endtoend.indoor;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a stay that lies within one local hour or day.
 *
 * @param start milliseconds since the epoch
 * @param end milliseconds since the epoch, exclusive
 */
record Part(Stay stay, long start, long end) {

  /** A stay cut wherever the clock in the building strikes. */
  static List<Part> hours(Stay stay) {
    return cut(stay, ChronoUnit.HOURS);
  }

  /** A stay cut at the building's midnights. */
  static List<Part> days(Stay stay) {
    return cut(stay, ChronoUnit.DAYS);
  }

  private static List<Part> cut(Stay stay, ChronoUnit unit) {
    List<Part> parts = new ArrayList<>();
    for (long start = stay.arrived(), end; start < stay.departed(); start = end) {
      // An hour later is an hour of real time, a day later the next midnight of the calendar.
      end =
          Math.min(
              local(start).truncatedTo(unit).plus(1, unit).toInstant().toEpochMilli(),
              stay.departed());
      parts.add(new Part(stay, start, end));
    }
    return parts;
  }

  static ZonedDateTime local(long millis) {
    return Instant.ofEpochMilli(millis).atZone(Sighting.ZONE);
  }

  boolean first() {
    return start == stay.arrived();
  }

  /** Its length, such that the pieces of a stay add up to the stay's. */
  long seconds() {
    return seconds(start, end);
  }

  static long seconds(long from, long to) {
    return Math.floorDiv(to, 1000L) - Math.floorDiv(from, 1000L);
  }

  long hour() {
    return local(start).getHour();
  }

  /** 0 is Sunday. */
  long weekday() {
    return local(start).getDayOfWeek().getValue() % 7;
  }
}
