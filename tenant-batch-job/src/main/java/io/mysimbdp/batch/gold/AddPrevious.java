package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.gold.Coverage;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.Row;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.GlobalWindow;
import org.apache.flink.util.Collector;

/**
 * Sets the columns of the period before, over all rows of one group and kind of period. Rows that
 * were formed only to be the period before go no further.
 */
final class AddPrevious
    extends ProcessWindowFunction<
        Tuple2<String, byte[]>, Tuple2<String, byte[]>, String, GlobalWindow> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private transient PartialCodec codec;
  private transient Map<Integer, Coverage> coverages;

  AddPrevious(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
    coverages = plan.coverages();
  }

  @Override
  public void process(
      String key,
      Context context,
      Iterable<Tuple2<String, byte[]>> elements,
      Collector<Tuple2<String, byte[]>> out) {
    GoldProgram program = codec.program(key);
    List<Row> rows = codec.readRows(program, elements);
    program.previous(rows);
    Coverage coverage = coverages.get(PartialCodec.table(key));
    for (Row row : rows) {
      if (coverage.written().contains(program.period(row))) {
        out.collect(
            Tuple2.of(MakeRows.afterPrevious(codec, program, row), codec.write(program, row)));
      }
    }
  }
}
