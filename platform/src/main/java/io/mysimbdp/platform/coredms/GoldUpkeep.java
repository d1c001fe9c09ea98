package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;

/** What is done to a gold table after a batch run has written its interval. */
public final class GoldUpkeep {
  private final CqlSession session;

  public GoldUpkeep(CqlSession session) {
    this.session = session;
  }

  /**
   * Removes the rows of an interval that an earlier run wrote and this one did not write again, and
   * keeps what a straggler of an earlier attempt may still write from showing.
   *
   * @param writeTime with which the run wrote, microseconds since the epoch
   */
  public void removeStale(GoldTable table, Interval interval, long writeTime) {
    PreparedStatement delete = session.prepare(table.deleteStaleCql());
    for (int bucket = 0; bucket < table.rollup().buckets(); bucket++) {
      session.execute(
          delete.bind(
              writeTime - 1,
              Instant.ofEpochMilli(interval.after()),
              Instant.ofEpochMilli(interval.upto()),
              bucket));
    }
  }

  /** How many rows an interval has. */
  public long count(GoldTable table, Interval interval) {
    PreparedStatement count = session.prepare(table.countCql());
    long rows = 0;
    for (int bucket = 0; bucket < table.rollup().buckets(); bucket++) {
      Row row =
          session
              .execute(
                  count.bind(
                      Instant.ofEpochMilli(interval.after()),
                      Instant.ofEpochMilli(interval.upto()),
                      bucket))
              .one();
      rows += row == null ? 0 : row.getLong(0);
    }
    return rows;
  }
}
