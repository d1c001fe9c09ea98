package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.SilverCounts;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;

/**
 * Turns the number of an input into its work items: (input, day, bucket), one for each partition in
 * coredms that may hold rows of the interval, or of local days that are computed anew. Runs as one
 * task, which also reports those days.
 */
final class PlanItems extends RichFlatMapFunction<Long, Tuple3<Integer, String, Integer>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;

  PlanItems(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    plan.touched()
        .forEach(
            (table, days) -> {
              for (DaySet.Run run : days.runs()) {
                LongCounter counter = new LongCounter(run.count());
                getRuntimeContext()
                    .addAccumulator(GoldCounters.touched(table, run.first()), counter);
              }
            });
  }

  @Override
  public void flatMap(Long input, Collector<Tuple3<Integer, String, Integer>> out) {
    int index = input.intValue();
    SilverTable silver = plan.input(index);
    List<Rollup> calendars =
        plan.tenant().gold().stream()
            .filter(t -> t.from().equals(silver.analytic().name()) && BatchPlan.hasPeriods(t))
            .toList();
    try (CqlSession session = CoreDms.open(plan.cassandra())) {
      SilverCounts counts = new SilverCounts(session);
      Set<SilverCounts.Part> parts = new HashSet<>(counts.parts(silver, plan.interval()));
      if (!calendars.isEmpty()) {
        counts.parts(silver).stream()
            .filter(part -> calendars.stream().anyMatch(t -> touches(part.day(), t, silver)))
            .forEach(parts::add);
      }
      parts.forEach(part -> out.collect(Tuple3.of(index, part.day(), part.bucket())));
    }
  }

  private boolean touches(String utcDay, Rollup table, SilverTable silver) {
    return new SilverReach(table, silver).touches(utcDay, plan.touched(table));
  }
}
