package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.gold.Coverage;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.Row;
import java.util.ArrayList;
import java.util.List;
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

  AddPrevious(BatchPlan plan) {
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
    List<Row> rows = new ArrayList<>();
    elements.forEach(element -> rows.add(codec.readRow(program, element.f1)));
    program.previous(rows);
    Coverage coverage = plan.coverage(program.table());
    for (Row row : rows) {
      if (coverage.written().contains(program.period(row))) {
        out.collect(
            Tuple2.of(MakeRows.afterPrevious(codec, program, row), codec.write(program, row)));
      }
    }
  }
}
