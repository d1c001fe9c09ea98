package io.mysimbdp.platform.expression;

import io.mysimbdp.platform.record.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A part of the date or the time of day that an instant has in a zone, counted as CEL counts:
 * months, days of the month and days of the year from 0, days of the week from 0 for Sunday; only
 * {@code getDate} counts from 1.
 */
record TimePart(Part part, Expression operand, ZoneId zone) implements LongNode {
  private static final long SECONDS_PER_DAY = 86_400;

  /** CEL's names of the parts. */
  static final Map<String, Part> FUNCTIONS =
      Map.of(
          "getFullYear", Part.YEAR,
          "getMonth", Part.MONTH,
          "getDate", Part.DATE,
          "getDayOfMonth", Part.DAY_OF_MONTH,
          "getDayOfWeek", Part.DAY_OF_WEEK,
          "getDayOfYear", Part.DAY_OF_YEAR,
          "getHours", Part.HOURS,
          "getMinutes", Part.MINUTES,
          "getSeconds", Part.SECONDS,
          "getMilliseconds", Part.MILLISECONDS);

  /** The parts of a local time. */
  enum Part {
    YEAR,
    MONTH,
    DATE,
    DAY_OF_MONTH,
    DAY_OF_WEEK,
    DAY_OF_YEAR,
    HOURS,
    MINUTES,
    SECONDS,
    MILLISECONDS
  }

  @Override
  public long evaluateLong(Row row) {
    long millis = operand.evaluateLong(row);
    if (part == Part.MILLISECONDS) {
      return Math.floorMod(millis, 1000L);
    }
    long seconds = Math.floorDiv(millis, 1000L) + offset(millis);
    return switch (part) {
      case HOURS -> Math.floorMod(seconds, SECONDS_PER_DAY) / 3600;
      case MINUTES -> Math.floorMod(seconds, 3600L) / 60;
      case SECONDS -> Math.floorMod(seconds, 60L);
      default -> ofDate(LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY)));
    };
  }

  private int offset(long millis) {
    return zone instanceof ZoneOffset fixed
        ? fixed.getTotalSeconds()
        : zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
  }

  private long ofDate(LocalDate date) {
    return switch (part) {
      case YEAR -> date.getYear();
      case MONTH -> date.getMonthValue() - 1L;
      case DATE -> date.getDayOfMonth();
      case DAY_OF_MONTH -> date.getDayOfMonth() - 1L;
      case DAY_OF_WEEK -> date.getDayOfWeek().getValue() % 7;
      case DAY_OF_YEAR -> date.getDayOfYear() - 1L;
      default -> throw new IllegalStateException(part + " is no part of a date");
    };
  }
}
