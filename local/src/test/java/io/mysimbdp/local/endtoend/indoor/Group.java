package io.mysimbdp.local.endtoend.indoor;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which row of gold: a day or month of the building's calendar and the columns grouped by.
 *
 * @param period {@code day} or {@code month}
 * @param start local midnight, milliseconds since the epoch
 * @param end local midnight, milliseconds since the epoch
 */
record Group(String period, long start, long end, List<Object> columns) {

  /** The pieces of stays, grouped by day. */
  static Map<Group, Totals> days(List<Part> parts, Function<Part, List<Object>> columns) {
    return grouped(parts, columns, List.of(ChronoUnit.DAYS));
  }

  /** The pieces of stays, grouped by month. */
  static Map<Group, Totals> months(List<Part> parts, Function<Part, List<Object>> columns) {
    return grouped(parts, columns, List.of(ChronoUnit.MONTHS));
  }

  /** The pieces of stays, grouped by day and, once more, by month. */
  static Map<Group, Totals> daysAndMonths(List<Part> parts, Function<Part, List<Object>> columns) {
    return grouped(parts, columns, List.of(ChronoUnit.DAYS, ChronoUnit.MONTHS));
  }

  private static Map<Group, Totals> grouped(
      List<Part> parts, Function<Part, List<Object>> columns, List<ChronoUnit> periods) {
    Map<Group, Totals> groups = new HashMap<>();
    for (Part part : parts) {
      for (ChronoUnit period : periods) {
        groups
            .computeIfAbsent(of(part, period, columns.apply(part)), none -> new Totals())
            .add(part);
      }
    }
    return groups;
  }

  private static Group of(Part part, ChronoUnit period, List<Object> columns) {
    ZonedDateTime midnight = Part.local(part.start()).truncatedTo(ChronoUnit.DAYS);
    boolean day = period == ChronoUnit.DAYS;
    ZonedDateTime start = day ? midnight : midnight.withDayOfMonth(1);
    return new Group(
        day ? "day" : "month",
        start.toInstant().toEpochMilli(),
        start.plus(1, period).toInstant().toEpochMilli(),
        columns);
  }

  /** The room, which is the last column of every table that is ranked. */
  String place() {
    return (String) columns.get(columns.size() - 1);
  }

  /** The same row with less to group by. */
  Group within(int leading) {
    return new Group(period, start, end, columns.subList(0, leading));
  }

  /** The values of its row: the period, the columns, and what else there is. */
  Object[] values(Object... others) {
    List<Object> all = new ArrayList<>(List.of(period, start, end));
    all.addAll(columns);
    for (Object other : others) {
      all.add(other); // may be null
    }
    return all.toArray();
  }
}
