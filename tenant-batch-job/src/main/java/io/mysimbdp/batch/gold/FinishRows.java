package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;

/**
 * Derives the last columns of a gold row: (number of the table, group values as text, row as JSON).
 * JSON brings every value through unchanged and is what the gold topic holds.
 */
final class FinishRows
    extends RichMapFunction<Tuple2<String, byte[]>, Tuple3<Integer, String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private final int level;
  private transient PartialCodec codec;
  private transient List<RowJson> json;
  private transient List<LongCounter> written;

  FinishRows(BatchPlan plan, int level) {
    this.plan = plan;
    this.level = level;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
    json = new ArrayList<>();
    written = new ArrayList<>();
    for (Rollup table : plan.tenant().gold()) {
      LongCounter counter = new LongCounter();
      json.add(new RowJson(table.output()));
      written.add(counter);
      if (plan.level(table) == level) {
        getRuntimeContext().addAccumulator(GoldCounters.rowsWritten(table.name()), counter);
      }
    }
  }

  @Override
  public Tuple3<Integer, String, byte[]> map(Tuple2<String, byte[]> element) {
    int table = PartialCodec.table(element.f0);
    GoldProgram program = codec.program(table);
    Row row = codec.readRow(program, element.f1);
    program.derive(row);
    written.get(table).add(1);
    return Tuple3.of(table, group(program.table(), row), json.get(table).write(row));
  }

  private static String group(Rollup table, Row row) {
    RecordSchema schema = table.output();
    return IntStream.range(table.spanColumns(), table.spanColumns() + table.groupBy().size())
        .mapToObj(column -> Objects.toString(row.get(column, schema.column(column).type())))
        .collect(Collectors.joining("\t"));
  }
}
