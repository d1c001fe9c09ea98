package io.mysimbdp.local.endtoend.taxi;

import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * An hour of Chicago's clock on a weekday.
 *
 * @param weekday 0 is Sunday
 */
record HourOfWeek(long weekday, long hour) implements Comparable<HourOfWeek> {
  static HourOfWeek of(Trip trip) {
    LocalDateTime local = Chicago.local(trip.start());
    return new HourOfWeek(local.getDayOfWeek().getValue() % 7, local.getHour());
  }

  @Override
  public int compareTo(HourOfWeek other) {
    return Comparator.comparingLong(HourOfWeek::weekday)
        .thenComparingLong(HourOfWeek::hour)
        .compare(this, other);
  }
}
