package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.coredms.StoredRows;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;

/**
 * Reads one partition of silver, page by page, and gathers it for every gold table that reads the
 * analytic. Since a group's day is one partition, most groups leave here once a day.
 */
final class ReadItem
    extends RichFlatMapFunction<Tuple3<Integer, String, Integer>, Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  /** What is needed to read one input. */
  private record Input(
      SilverTable table,
      StoredRows rows,
      int timeColumn,
      List<RollupProgram> readers,
      LongCounter rowsRead,
      LongCounter recordsRead) {}

  private final BatchPlan plan;
  private transient CqlSession session;
  private transient PartialCodec codec;
  private transient List<Input> inputs;
  private transient Map<String, LongCounter> undecided;

  ReadItem(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
    inputs = new ArrayList<>();
    undecided = new HashMap<>();
    for (Rollup analytic : plan.inputs()) {
      SilverTable table = SilverTable.of(plan.tenant(), analytic);
      inputs.add(
          new Input(
              table,
              new StoredRows(analytic.output()),
              table.timeColumn(),
              codec.readersOf(analytic.name()),
              counter(GoldCounters.rowsRead(analytic.name())),
              counter(GoldCounters.recordsRead(analytic.name()))));
    }
    for (Rollup table : plan.tenant().gold()) {
      undecided.put(table.name(), counter(GoldCounters.undecided(table.name())));
    }
    session = CoreDms.open(plan.cassandra());
  }

  private LongCounter counter(String name) {
    LongCounter counter = new LongCounter();
    getRuntimeContext().addAccumulator(name, counter);
    return counter;
  }

  @Override
  public void flatMap(
      Tuple3<Integer, String, Integer> item, Collector<Tuple2<String, byte[]>> out) {
    Input input = inputs.get(item.f0);
    Interval interval = plan.interval();
    PreparedStatement select = session.prepare(input.table().selectCql());
    Map<GroupKey, Accumulator> groups = new HashMap<>();
    Row row = new Row(input.table().analytic().output().size());
    for (com.datastax.oss.driver.api.core.cql.Row stored :
        session.execute(
            select.bind(
                item.f1,
                item.f2,
                Instant.ofEpochMilli(interval.lower(input.table())),
                Instant.ofEpochMilli(interval.upper(input.table()))))) {
      input.rows().read(stored, row);
      input.rowsRead().add(1);
      input.recordsRead().add(input.rows().records(stored));
      for (RollupProgram program : input.readers()) {
        if (takes(program, row)) {
          Accumulator group =
              groups.computeIfAbsent(program.group(row), key -> program.newAccumulator());
          program.add(group, row, row.getLong(input.timeColumn()), 0, 0);
        }
      }
    }
    groups.forEach(
        (key, group) ->
            out.collect(
                Tuple2.of(codec.write(key), codec.write(codec.program(key.rollup()), group))));
  }

  private boolean takes(RollupProgram program, Row row) {
    try {
      return program.takes(row);
    } catch (EvaluationException e) {
      undecided.get(program.rollup().name()).add(1);
      return false;
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
