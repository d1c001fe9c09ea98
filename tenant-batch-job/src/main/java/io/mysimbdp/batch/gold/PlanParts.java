package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.DayPartTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.gold.Coverage;
import java.time.LocalDate;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;

/**
 * Turns the number of a calendar table, among those of its level, into work items: (number of the
 * table, day, bucket), one for each partition of day parts that periods of this run need and that
 * the run itself does not compute anew.
 */
final class PlanParts implements FlatMapFunction<Long, Tuple3<Integer, String, Integer>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private final int level;

  PlanParts(BatchPlan plan, int level) {
    this.plan = plan;
    this.level = level;
  }

  @Override
  public void flatMap(Long number, Collector<Tuple3<Integer, String, Integer>> out) {
    Rollup table = plan.calendars(level).get(number.intValue());
    int index = plan.tenant().gold().indexOf(table);
    Coverage coverage = plan.coverage(table);
    String parts = DayPartTable.of(plan.tenant(), table).partitionsCql();
    try (CqlSession session = CoreDms.open(plan.cassandra())) {
      for (Row row : session.execute(parts)) {
        String day = row.getString(0);
        if (coverage.takesStored(LocalDate.parse(day))) {
          out.collect(Tuple3.of(index, day, row.getInt(1)));
        }
      }
    }
  }
}
