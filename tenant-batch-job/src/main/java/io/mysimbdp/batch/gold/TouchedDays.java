package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverCounts;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.gold.Coverage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The local days that a batch run computes anew for each calendar table: those of the rows of its
 * interval. They are a little more at times, such as the day before a gap in the silver; a day too
 * many is computed like the others and changes nothing.
 */
public final class TouchedDays {
  private final CqlSession session;
  private final Tenant tenant;
  private final Interval interval;

  public TouchedDays(CqlSession session, Tenant tenant, Interval interval) {
    this.session = session;
    this.tenant = tenant;
    this.interval = interval;
  }

  /** By the table's name, for every table that has calendar periods. */
  public Map<String, DaySet> find() {
    Map<String, DaySet> touched = new HashMap<>();
    for (Rollup table : tenant.gold()) {
      if (!BatchPlan.hasPeriods(table)) {
        continue;
      }
      touched.put(
          table.name(),
          tenant.isSilver(table.from())
              ? ofSilver(table)
              : new Coverage(tenant.goldTable(table.from()), touched.get(table.from())).rowDays());
    }
    return touched;
  }

  private DaySet ofSilver(Rollup table) {
    SilverTable silver = SilverTable.of(tenant, tenant.silverAnalytic(table.from()));
    SilverReach reach = new SilverReach(table, silver);
    List<SilverCounts.Part> parts = new SilverCounts(session).parts(silver, interval);
    Set<LocalDate> days = new HashSet<>();
    if (reach.bounded()) {
      parts.stream()
          .map(SilverCounts.Part::day)
          .distinct()
          .forEach(day -> reach.days(day, interval).ifPresent(found -> add(found, days)));
      return DaySet.of(days);
    }
    PreparedStatement extent =
        session.prepare(silver.extentCql(reach.startColumn(table), reach.endColumn(table)));
    for (SilverCounts.Part part : parts) {
      Row row =
          session
              .execute(
                  extent.bind(
                      part.day(),
                      part.bucket(),
                      Instant.ofEpochMilli(interval.lower(silver)),
                      Instant.ofEpochMilli(interval.upper(silver))))
              .one();
      if (row != null && !row.isNull(0) && !row.isNull(1) && !row.isNull(2)) {
        // What ends before it starts is one piece at its start.
        long last = Math.max(millis(row, 1), millis(row, 2));
        add(reach.days(millis(row, 0), last), days);
      }
    }
    return DaySet.of(days);
  }

  private static long millis(Row row, int column) {
    return row.get(column, Instant.class).toEpochMilli();
  }

  private static void add(SilverReach.Days found, Set<LocalDate> days) {
    found.first().datesUntil(found.last().plusDays(1)).forEach(days::add);
  }
}
