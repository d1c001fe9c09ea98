package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.calendar.DaySet;
import java.time.LocalDate;
import java.util.Map;

/** The names of the accumulators by which a batch job hands its counts back. */
public final class GoldCounters {
  private GoldCounters() {}

  /** Silver rows read of this analytic. */
  public static String rowsRead(String analytic) {
    return "rows-read:" + analytic;
  }

  /** The records that these rows stand for. */
  public static String recordsRead(String analytic) {
    return "records-read:" + analytic;
  }

  /** Rows for which a gold table's {@code where} had no result; they take no part. */
  public static String undecided(String table) {
    return "undecided:" + table;
  }

  /** Rows made for this gold table. */
  public static String rowsWritten(String table) {
    return "rows-written:" + table;
  }

  /**
   * Days that follow each other and were computed anew for a calendar table; the value says how
   * many.
   */
  static String touched(String table, LocalDate first) {
    return touchedPrefix(table) + first;
  }

  private static String touchedPrefix(String table) {
    return "touched:" + table + ":";
  }

  /** The days that a job says it has computed anew for a calendar table. */
  public static DaySet touchedDays(Map<String, Long> counters, String table) {
    String prefix = touchedPrefix(table);
    return DaySet.ofRuns(
        counters.entrySet().stream()
            .filter(counter -> counter.getKey().startsWith(prefix))
            .map(
                counter ->
                    new DaySet.Run(
                        LocalDate.parse(counter.getKey().substring(prefix.length())),
                        Math.toIntExact(counter.getValue())))
            .toList());
  }
}
