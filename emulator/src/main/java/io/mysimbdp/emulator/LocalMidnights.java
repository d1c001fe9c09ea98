package io.mysimbdp.emulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The beginnings of local days, at which windows of every kind begin; in ms since the epoch. */
final class LocalMidnights {
  private LocalMidnights() {}

  /** The last one at or before this time. */
  static long before(long millis, ZoneId zone) {
    return day(millis, zone).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** The first one after this time. */
  static long after(long millis, ZoneId zone) {
    return day(millis, zone).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static LocalDate day(long millis, ZoneId zone) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }
}
