package io.mysimbdp.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days on the clocks of a zone. Instants are milliseconds since the epoch. */
public final class LocalDays {
  private LocalDays() {}

  /** The day that an instant lies in. */
  public static LocalDate of(long time, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time), zone);
  }

  /** The first instant of a day: midnight, or the change of the clocks that skips it. */
  public static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
