package io.mysimbdp.platform.coredms;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.mysimbdp.platform.dataset.AnalyticCount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What coredms holds of silver: its partitions, counts and extent. */
public final class SilverCounts {
  /** One partition of a silver table. */
  public record Part(String day, int bucket) {}

  private final CqlSession session;

  public SilverCounts(CqlSession session) {
    this.session = session;
  }

  /** The partitions that may hold rows of an interval. */
  public List<Part> parts(SilverTable table, Interval interval) {
    String first = day(interval.lower(table));
    String last = day(interval.upper(table));
    return parts(table).stream()
        .filter(part -> part.day().compareTo(first) >= 0 && part.day().compareTo(last) <= 0)
        .toList();
  }

  /** All partitions. */
  public List<Part> parts(SilverTable table) {
    List<Part> parts = new ArrayList<>();
    for (Row row : session.execute(table.partitionsCql())) {
      parts.add(new Part(row.getString(0), row.getInt(1)));
    }
    return parts;
  }

  private static String day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC).toString();
  }

  /** The rows of an interval and the records in them, counted where they lie. */
  public AnalyticCount count(SilverTable table, Interval interval) {
    PreparedStatement count = session.prepare(table.countCql());
    AnalyticCount sum = AnalyticCount.ZERO;
    for (Part part : parts(table, interval)) {
      Row row =
          session
              .execute(
                  count.bind(
                      part.day(),
                      part.bucket(),
                      Instant.ofEpochMilli(interval.lower(table)),
                      Instant.ofEpochMilli(interval.upper(table))))
              .one();
      if (row != null) {
        sum = sum.plus(new AnalyticCount(row.getLong(0), row.getLong(1)));
      }
    }
    return sum;
  }

  /** The earliest start of a window (or event time) in the table; none if it is empty. */
  public OptionalLong earliest(SilverTable table) {
    List<Part> parts = parts(table);
    return parts.stream()
        .map(Part::day)
        .min(String::compareTo)
        .map(day -> extent(table, parts, day, 0).min())
        .orElse(OptionalLong.empty());
  }

  /** The latest end of a window (or event time) in the table; none if it is empty. */
  public OptionalLong latest(SilverTable table) {
    List<Part> parts = parts(table);
    return parts.stream()
        .map(Part::day)
        .max(String::compareTo)
        .map(day -> extent(table, parts, day, 1).max())
        .orElse(OptionalLong.empty());
  }

  private LongStream extent(SilverTable table, List<Part> parts, String day, int column) {
    PreparedStatement extent = session.prepare(table.extentCql());
    return parts.stream()
        .filter(part -> part.day().equals(day))
        .map(part -> session.execute(extent.bind(part.day(), part.bucket())).one())
        .filter(row -> row != null && !row.isNull(column))
        .mapToLong(row -> row.get(column, Instant.class).toEpochMilli());
  }
}
