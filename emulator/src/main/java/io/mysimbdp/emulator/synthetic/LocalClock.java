package io.mysimbdp.emulator.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Local wall-clock time in microseconds since 1970-01-01T00:00, as a {@link Timetable} has it. */
final class LocalClock {
  private LocalClock() {}

  static LocalDateTime at(long micros) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 0, ZoneOffset.UTC);
  }

  /** Down to the quarter of an hour. */
  static long quarter(long micros) {
    return micros - Math.floorMod(micros, 900_000_000L);
  }

  /** The last local second of the day, which no clock skips. */
  static LocalDateTime lastSecond(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toLocalDateTime();
  }

  /** The first local second of the day, which no clock skips. */
  static LocalDateTime firstSecond(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toLocalDateTime();
  }
}
