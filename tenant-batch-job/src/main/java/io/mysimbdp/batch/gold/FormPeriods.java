package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.gold.Coverage;
import io.mysimbdp.platform.gold.GoldKey;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;

/** Hands a day's part to each period that it belongs to. */
final class FormPeriods
    extends RichFlatMapFunction<Tuple2<String, byte[]>, Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private transient PartialCodec codec;
  private transient Map<Integer, Coverage> coverages;

  FormPeriods(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
    coverages = plan.coverages();
  }

  @Override
  public void flatMap(Tuple2<String, byte[]> part, Collector<Tuple2<String, byte[]>> out) {
    GoldKey key = codec.readKey(part.f0);
    Coverage coverage = coverages.get(key.group().rollup());
    for (Period period : coverage.periods(key.period().first())) {
      out.collect(Tuple2.of(codec.write(new GoldKey(period, key.group())), part.f1));
    }
  }
}
