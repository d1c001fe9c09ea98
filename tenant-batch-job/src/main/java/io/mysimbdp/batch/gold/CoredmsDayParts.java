package io.mysimbdp.batch.gold;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Day parts in the hidden tables of coredms. */
record CoredmsDayParts(StreamExecutionEnvironment env, BatchPlan plan) implements DayParts {

  @Override
  public void keep(DataStream<Tuple2<String, byte[]>> parts, int level) {
    parts.sinkTo(new DayPartSink(plan)).name("day parts").uid("parts-" + level);
  }

  @Override
  public DataStream<Tuple2<String, byte[]>> kept(int level) {
    return env.fromSequence(0, plan.calendars(level).size() - 1L)
        .setParallelism(1)
        .uid("calendars-" + level)
        .flatMap(new PlanParts(plan, level))
        .returns(GoldPipeline.ITEM)
        .setParallelism(1)
        .name("plan day parts")
        .uid("plan-parts-" + level)
        .rebalance()
        .flatMap(new ReadParts(plan))
        .returns(GoldPipeline.PARTIAL)
        .name("read day parts")
        .uid("read-parts-" + level);
  }
}
