package io.mysimbdp.batch.run;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.batch.gold.BatchPlan;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverCounts;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The intervals of runs by hand, found in coredms. */
public final class Intervals {
  private final SilverCounts silver;
  private final List<SilverTable> tables;

  /** The intervals of this tenant, over the analytics that its gold reads. */
  public Intervals(CqlSession session, Tenant tenant) {
    this.silver = new SilverCounts(session);
    this.tables =
        BatchPlan.inputs(tenant).stream().map(input -> SilverTable.of(tenant, input)).toList();
  }

  /**
   * All silver that there is: from the earliest start of a window to the latest end of one. Empty
   * if there is no silver.
   */
  public Optional<Interval> all() {
    OptionalLong start =
        tables.stream().map(silver::earliest).flatMapToLong(OptionalLong::stream).min();
    if (start.isEmpty()) {
      return Optional.empty();
    }
    long after = start.getAsLong();
    return newest().map(newest -> new Interval(after, newest, after, newest + 1));
  }

  /** What lies less than this long before the newest silver. Empty if there is no silver. */
  public Optional<Interval> last(Duration time) {
    return newest()
        .map(
            newest -> {
              long after = newest - time.toMillis();
              return new Interval(after, newest, after, newest + 1);
            });
  }

  private Optional<Long> newest() {
    return tables.stream().map(silver::latest).flatMapToLong(OptionalLong::stream).max().stream()
        .boxed()
        .findFirst();
  }
}
