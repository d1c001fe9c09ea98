package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;

/** Gathers the rows of gold tables for the tables of one level that read them. */
final class ReadRows
    extends RichFlatMapFunction<Tuple3<Integer, String, byte[]>, Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private final int level;
  private transient PartialCodec codec;
  private transient Gathering gathering;

  ReadRows(BatchPlan plan, int level) {
    this.plan = plan;
    this.level = level;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
    gathering = new Gathering(codec);
    for (Rollup table : plan.tables(level)) {
      LongCounter undecided = new LongCounter();
      getRuntimeContext().addAccumulator(GoldCounters.undecided(table.name()), undecided);
      gathering.addReader(plan.tenant().gold().indexOf(table), plan, undecided);
    }
  }

  @Override
  public void flatMap(Tuple3<Integer, String, byte[]> read, Collector<Tuple2<String, byte[]>> out)
      throws IOException {
    Rollup source = plan.tenant().gold().get(read.f0);
    List<GoldProgram> readers = codec.readersOf(source.name());
    if (readers.isEmpty() || plan.level(source) + 1 != level) {
      return;
    }
    Row row = new Row(source.output().size());
    new RowJson(source.output()).read(read.f2, row);
    readers.forEach(reader -> gathering.add(reader.rollup().index(), row, true));
    gathering.emit(out);
  }
}
