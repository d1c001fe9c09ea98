package io.mysimbdp.local.endtoend.taxi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Chicago's clock; instants are milliseconds since the epoch. */
final class Chicago {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);

  private Chicago() {}

  /** The instant of a time as the export writes it; of a repeated hour the earlier. */
  static long instant(String text) {
    return instant(LocalDateTime.parse(text, TEXT));
  }

  static long instant(LocalDateTime local) {
    return ZonedDateTime.ofLocal(local, ZONE, null).toInstant().toEpochMilli();
  }

  static String text(LocalDateTime local) {
    return TEXT.format(local);
  }

  /** Whether the clocks skip this time, in spring. */
  static boolean skipped(LocalDateTime local) {
    return ZONE.getRules().getValidOffsets(local).isEmpty();
  }

  static LocalDateTime local(long instant) {
    return Instant.ofEpochMilli(instant).atZone(ZONE).toLocalDateTime();
  }

  static LocalDate day(long instant) {
    return local(instant).toLocalDate();
  }

  static long midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
  }
}
