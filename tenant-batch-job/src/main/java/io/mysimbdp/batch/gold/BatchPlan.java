package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import java.io.Serializable;
import java.util.List;

/**
 * What one attempt at a batch run does.
 *
 * @param run unique within the tenant
 * @param attempt from 1
 * @param writeTime of all gold rows in coredms, microseconds since the epoch
 * @param kafka bootstrap servers
 * @param cassandra contact points
 */
public record BatchPlan(
    Tenant tenant,
    Interval interval,
    String run,
    int attempt,
    long writeTime,
    String kafka,
    String cassandra)
    implements Serializable {

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
}
