package io.mysimbdp.platform.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Days on which clocks change, and the boundaries on them found second by second. */
final class ClockChanges {
  static final List<String> DAYS =
      List.of(
          "UTC 2024-03-10",
          "Asia/Kathmandu 2024-03-10",
          "America/Chicago 2024-03-10",
          "America/Chicago 2024-11-03",
          "America/Chicago 1883-11-18", // from local mean time, seconds off the minute
          "Europe/Athens 2024-03-31",
          "Europe/Athens 2024-10-27",
          "Australia/Lord_Howe 2024-04-07", // half an hour
          "Australia/Lord_Howe 2024-10-06",
          "America/Sao_Paulo 2018-11-04", // midnight is skipped
          "America/Sao_Paulo 2018-02-18", // the hour before midnight comes twice
          "Asia/Beirut 2024-03-31",
          "America/St_Johns 2009-11-01", // midnight comes twice
          "Pacific/Apia 2011-12-30"); // the day is skipped

  static final List<String> STEPS =
      List.of("PT10S", "PT30S", "PT1M", "PT15M", "PT1H", "PT2H", "PT12H", "PT24H");

  private static final Map<Case, NavigableSet<Long>> FOUND = new ConcurrentHashMap<>();

  private ClockChanges() {}

  /** A day and a step. */
  record Case(ZoneId zone, LocalDate day, Duration step) {
    static Case of(String day, String step) {
      int space = day.indexOf(' ');
      return new Case(
          ZoneId.of(day.substring(0, space)),
          LocalDate.parse(day.substring(space + 1)),
          Duration.parse(step));
    }

    Grid grid() {
      return new Grid(step, zone);
    }

    long from() {
      return day.minusDays(2).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    long to() {
      return day.plusDays(2).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** From {@link #from} to {@link #to}, by what the clocks show at every second. */
    NavigableSet<Long> boundaries() {
      return FOUND.computeIfAbsent(this, Case::find);
    }

    private NavigableSet<Long> find() {
      NavigableSet<Long> boundaries = new TreeSet<>();
      long step = step().toSeconds();
      long before = local(from() / 1000 - 1);
      for (long second = from() / 1000; second <= to() / 1000; second++) {
        long now = local(second);
        boolean shown = Math.floorMod(now, step) == 0;
        boolean skipped = now > before && Math.floorDiv(now, step) > Math.floorDiv(before, step);
        if (shown || skipped) {
          boundaries.add(second * 1000);
        }
        before = now;
      }
      return boundaries;
    }

    private long local(long second) {
      Instant instant = Instant.ofEpochSecond(second);
      return second + zone.getRules().getOffset(instant).getTotalSeconds();
    }
  }
}
