package io.mysimbdp.batch.gold;

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
}
