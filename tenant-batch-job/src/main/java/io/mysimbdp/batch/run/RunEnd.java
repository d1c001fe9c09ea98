package io.mysimbdp.batch.run;

import io.mysimbdp.batch.gold.BatchPlan;
import io.mysimbdp.batch.gold.GoldCounters;
import io.mysimbdp.platform.coredms.BatchCounts;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.DayPartTable;
import io.mysimbdp.platform.coredms.GoldTable;
import io.mysimbdp.platform.coredms.GoldUpkeep;
import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.GoldCount;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.gold.Coverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done behind a job that has finished. */
record RunEnd(Tenant tenant, BatchRunStore runs, GoldUpkeep gold) {

  /**
   * Removes the gold of earlier runs and records what this one did. Every step may be done again.
   *
   * @param counters of the job
   * @return false if they are incomplete; then nothing is done
   */
  boolean record(BatchRunRecord run, Map<String, Long> counters, BatchListener listening) {
    Optional<Map<String, AnalyticCount>> read = read(BatchPlan.inputs(tenant), counters);
    if (read.isEmpty()) {
      return false;
    }
    for (Rollup rollup : tenant.gold()) {
      removeStale(rollup, counters, run);
    }
    listening.reached(BatchStep.STALE_REMOVED, run);
    Map<String, GoldCount> tables = new LinkedHashMap<>();
    for (Rollup rollup : tenant.gold()) {
      tables.put(
          rollup.name(),
          new GoldCount(
              counters.getOrDefault(GoldCounters.rowsWritten(rollup.name()), 0L),
              stored(rollup, counters, run)));
    }
    runs.finish(run, new BatchCounts(read.get(), tables));
    return true;
  }

  /**
   * What a job has read of each input. Its tasks count, if only to 0, before they read anything: a
   * finished job that does not say it of every input is one whose counters went with a JobManager.
   *
   * @return empty then
   */
  static Optional<Map<String, AnalyticCount>> read(
      List<Rollup> inputs, Map<String, Long> counters) {
    Map<String, AnalyticCount> read = new LinkedHashMap<>();
    for (Rollup input : inputs) {
      Long rows = counters.get(GoldCounters.rowsRead(input.name()));
      Long records = counters.get(GoldCounters.recordsRead(input.name()));
      if (rows == null || records == null) {
        return Optional.empty();
      }
      read.put(input.name(), new AnalyticCount(rows, records));
    }
    return Optional.of(read);
  }

  /** Which periods of a calendar table are this run's, the job says: it chose them. */
  private void removeStale(Rollup rollup, Map<String, Long> counters, BatchRunRecord run) {
    GoldTable table = GoldTable.of(tenant, rollup);
    if (!(rollup.span() instanceof Span.Calendar)) {
      gold.removeStale(table, run.interval(), run.writeTime());
      return;
    }
    Coverage coverage = coverage(rollup, counters);
    gold.removeStale(table, coverage.written(), run.writeTime());
    gold.removeStale(DayPartTable.of(tenant, rollup), coverage.touched(), run.writeTime());
  }

  private long stored(Rollup rollup, Map<String, Long> counters, BatchRunRecord run) {
    GoldTable table = GoldTable.of(tenant, rollup);
    return rollup.span() instanceof Span.Calendar
        ? gold.count(table, coverage(rollup, counters).written())
        : gold.count(table, run.interval());
  }

  private static Coverage coverage(Rollup rollup, Map<String, Long> counters) {
    return new Coverage(rollup, GoldCounters.touchedDays(counters, rollup.name()));
  }
}
