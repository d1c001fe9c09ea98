package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;

/**
 * Makes the gold row of a group: (number of the table, group values as text, row as JSON). JSON
 * brings every value through unchanged and is what the gold topic holds.
 */
final class FinishRows
    extends RichMapFunction<Tuple2<String, byte[]>, Tuple3<Integer, String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private transient PartialCodec codec;
  private transient List<RowJson> json;
  private transient List<LongCounter> written;

  FinishRows(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
    json = new ArrayList<>();
    written = new ArrayList<>();
    for (Rollup table : plan.tenant().gold()) {
      json.add(new RowJson(table.output()));
      LongCounter counter = new LongCounter();
      getRuntimeContext().addAccumulator(GoldCounters.rowsWritten(table.name()), counter);
      written.add(counter);
    }
  }

  @Override
  public Tuple3<Integer, String, byte[]> map(Tuple2<String, byte[]> partial) {
    GroupKey key = codec.readKey(partial.f0);
    RollupProgram program = codec.program(key.rollup());
    Row row =
        program.finish(
            key,
            plan.interval().after(),
            plan.interval().upto(),
            codec.readAccumulator(program, partial.f1));
    written.get(key.rollup()).add(1);
    String group = key.values().stream().map(Objects::toString).collect(Collectors.joining("\t"));
    return Tuple3.of(key.rollup(), group, json.get(key.rollup()).write(row));
  }
}
