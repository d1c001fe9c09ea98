package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.definition.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is done to a gold table after a batch run has written its interval or periods. */
public final class GoldUpkeep {
  private final CqlSession session;

  /**
   * The rows of a gold table that a run replaces.
   *
   * @param first value of the first key column: kind of period, or start of the interval
   * @param second value of the second: start of the period, or end of the interval
   */
  private record Slice(Object first, Instant second) {}

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
    removeStale(table, List.of(slice(interval)), writeTime);
  }

  /** The same for the rows of calendar periods. */
  public void removeStale(GoldTable table, Collection<Period> periods, long writeTime) {
    removeStale(table, slices(table, periods), writeTime);
  }

  /** The same for the parts of local days. */
  public void removeStale(DayPartTable parts, DaySet days, long writeTime) {
    PreparedStatement delete = session.prepare(parts.deleteStaleCql());
    Pipelined statements = new Pipelined(session);
    days.stream()
        .forEach(
            day -> {
              for (int bucket = 0; bucket < parts.table().buckets(); bucket++) {
                statements.run(delete.bind(writeTime - 1, day.toString(), bucket));
              }
            });
    statements.await();
  }

  /** How many rows an interval has. */
  public long count(GoldTable table, Interval interval) {
    return count(table, List.of(slice(interval)));
  }

  /** How many rows calendar periods have. */
  public long count(GoldTable table, Collection<Period> periods) {
    return count(table, slices(table, periods));
  }

  private void removeStale(GoldTable table, List<Slice> slices, long writeTime) {
    PreparedStatement delete = session.prepare(table.deleteStaleCql());
    Pipelined statements = new Pipelined(session);
    for (Slice slice : slices) {
      for (int bucket : table.bucketsInUse()) {
        statements.run(delete.bind(writeTime - 1, slice.first(), slice.second(), bucket));
      }
    }
    statements.await();
  }

  private long count(GoldTable table, List<Slice> slices) {
    PreparedStatement count = session.prepare(table.countCql());
    Pipelined statements = new Pipelined(session);
    for (Slice slice : slices) {
      for (int bucket : table.bucketsInUse()) {
        statements.run(count.bind(slice.first(), slice.second(), bucket));
      }
    }
    return statements.await().stream().mapToLong(GoldUpkeep::number).sum();
  }

  private static long number(Row row) {
    return row.getLong(0);
  }

  private static Slice slice(Interval interval) {
    return new Slice(Instant.ofEpochMilli(interval.after()), Instant.ofEpochMilli(interval.upto()));
  }

  private static List<Slice> slices(GoldTable table, Collection<Period> periods) {
    Span.Calendar calendar = (Span.Calendar) table.rollup().span();
    return periods.stream()
        .map(
            period ->
                new Slice(
                    period.kind().text(), Instant.ofEpochMilli(period.start(calendar.zone()))))
        .toList();
  }
}
