package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.Row;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.util.Collector;

/** Ranks the rows of one span and of equal values within it. */
final class RankRows
    extends ProcessWindowFunction<
        Tuple2<String, byte[]>, Tuple2<String, byte[]>, String, GlobalWindow> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private transient PartialCodec codec;

  RankRows(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
  }

  @Override
  public void process(
      String key,
      Context context,
      Iterable<Tuple2<String, byte[]>> elements,
      Collector<Tuple2<String, byte[]>> out) {
    GoldProgram program = codec.program(key);
    List<Row> rows = codec.readRows(program, elements);
    String alone = PartialCodec.alone(PartialCodec.table(key));
    program.rank(rows).forEach(row -> out.collect(Tuple2.of(alone, codec.write(program, row))));
  }
}
