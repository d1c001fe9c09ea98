package io.mysimbdp.local.endtoend.tutorial;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A good ride of the tutorial's file.
 *
 * @param started Vienna time
 * @param price euros; null for none
 */
public record BikeRide(String ride, ZonedDateTime started, String station, BigDecimal price) {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  /** Reads a line that has nothing odd about it. */
  static BikeRide of(String line) {
    String[] cells = line.split(",", -1);
    String[] started = cells[1].split("[. :]", -1);
    int[] numbers = new int[started.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(started[i]);
    }
    return new BikeRide(
        cells[0],
        ZonedDateTime.of(numbers[2], numbers[1], numbers[0], numbers[3], numbers[4], 0, 0, VIENNA),
        cells[2],
        cells[4].isEmpty() ? null : new BigDecimal(cells[4]));
  }

  /** The instant at which the quarter of an hour began in which the ride did. */
  Instant quarter() {
    return started.minusMinutes(started.getMinute() % 15).toInstant();
  }
}
