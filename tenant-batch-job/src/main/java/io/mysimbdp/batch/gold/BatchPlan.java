package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.gold.Coverage;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one attempt at a batch run does.
 *
 * @param touched by calendar table, the local days that are computed anew; see {@link TouchedDays}
 * @param run unique within the tenant
 * @param attempt from 1
 * @param writeTime of all gold rows in coredms, microseconds since the epoch
 * @param kafka bootstrap servers
 * @param cassandra contact points
 */
public record BatchPlan(
    Tenant tenant,
    Interval interval,
    Map<String, DaySet> touched,
    String run,
    int attempt,
    long writeTime,
    String kafka,
    String cassandra)
    implements Serializable {

  public BatchPlan {
    touched = Map.copyOf(touched);
  }

  /** The silver analytics that some gold table reads, in the order of the definition. */
  public List<Rollup> inputs() {
    return inputs(tenant);
  }

  /** The silver analytics that some gold table of a tenant reads. */
  public static List<Rollup> inputs(Tenant tenant) {
    return tenant.silver().stream()
        .filter(analytic -> tenant.gold().stream().anyMatch(g -> g.from().equals(analytic.name())))
        .toList();
  }

  /** The table of an input, by its place in {@link #inputs}. */
  SilverTable input(int index) {
    return SilverTable.of(tenant, inputs().get(index));
  }

  /** How many gold tables lie between a gold table and its silver. */
  int level(Rollup table) {
    return tenant.isSilver(table.from()) ? 0 : 1 + level(tenant.goldTable(table.from()));
  }

  /** The gold tables at this level, in the order of the definition. */
  List<Rollup> tables(int level) {
    return tenant.gold().stream().filter(table -> level(table) == level).toList();
  }

  /** Those of them that have calendar periods. */
  List<Rollup> calendars(int level) {
    return tables(level).stream().filter(BatchPlan::hasPeriods).toList();
  }

  static boolean hasPeriods(Rollup table) {
    return Trait.PERIODS.of(table);
  }

  /** The local days of a table that are computed anew; none of one without calendar periods. */
  DaySet touched(Rollup table) {
    return touched.getOrDefault(table.name(), DaySet.EMPTY);
  }

  /** What the run covers of a calendar table. */
  Coverage coverage(Rollup table) {
    return new Coverage(table, touched(table));
  }

  /** What the run covers of each calendar table, by its number. */
  Map<Integer, Coverage> coverages() {
    Map<Integer, Coverage> coverages = new HashMap<>();
    for (int i = 0; i < tenant.gold().size(); i++) {
      if (hasPeriods(tenant.gold().get(i))) {
        coverages.put(i, coverage(tenant.gold().get(i)));
      }
    }
    return coverages;
  }
}
