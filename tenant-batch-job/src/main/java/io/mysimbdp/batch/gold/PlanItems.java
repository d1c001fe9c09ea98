package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.SilverCounts;
import io.mysimbdp.platform.coredms.SilverTable;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;

/**
 * Turns the number of an input into its work items: (input, day, bucket), one for each partition in
 * coredms that may hold rows of the interval.
 */
final class PlanItems implements FlatMapFunction<Long, Tuple3<Integer, String, Integer>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;

  PlanItems(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void flatMap(Long input, Collector<Tuple3<Integer, String, Integer>> out) {
    int index = input.intValue();
    SilverTable table = plan.input(index);
    try (CqlSession session = CoreDms.open(plan.cassandra())) {
      for (SilverCounts.Part part : new SilverCounts(session).parts(table, plan.interval())) {
        out.collect(Tuple3.of(index, part.day(), part.bucket()));
      }
    }
  }
}
