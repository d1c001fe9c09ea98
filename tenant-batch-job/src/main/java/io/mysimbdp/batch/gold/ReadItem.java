package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.coredms.StoredRows;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * What is needed to read one input.
   *
   * @param whole whether rows outside the interval are read too, for the whole days of calendar
   *     tables
   */
  private record Input(
      SilverTable table,
      StoredRows rows,
      List<GoldProgram> readers,
      boolean whole,
      LongCounter rowsRead,
      LongCounter recordsRead) {}

  private final BatchPlan plan;
  private transient CqlSession session;
  private transient Gathering gathering;
  private transient List<Input> inputs;

  ReadItem(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    PartialCodec codec = new PartialCodec(plan.tenant());
    gathering = new Gathering(codec);
    inputs = new ArrayList<>();
    for (Rollup analytic : plan.inputs()) {
      List<GoldProgram> readers = codec.readersOf(analytic.name());
      for (GoldProgram reader : readers) {
        LongCounter undecided = counter(GoldCounters.undecided(reader.table().name()));
        gathering.addReader(reader.rollup().index(), plan, undecided);
      }
      inputs.add(
          new Input(
              SilverTable.of(plan.tenant(), analytic),
              new StoredRows(analytic.output()),
              readers,
              readers.stream().anyMatch(GoldProgram::hasPeriods),
              counter(GoldCounters.rowsRead(analytic.name())),
              counter(GoldCounters.recordsRead(analytic.name()))));
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
    SilverTable table = input.table();
    Row row = new Row(table.analytic().output().size());
    for (var stored : session.execute(select(input, item.f1, item.f2))) {
      input.rows().read(stored, row);
      boolean inInterval = plan.interval().contains(table.time(), row.getLong(table.timeColumn()));
      if (inInterval) {
        input.rowsRead().add(1);
        input.recordsRead().add(input.rows().records(stored));
      }
      for (GoldProgram reader : input.readers()) {
        gathering.add(reader.rollup().index(), row, inInterval);
      }
    }
    gathering.emit(out);
  }

  private BoundStatement select(Input input, String day, int bucket) {
    SilverTable table = input.table();
    Interval interval = plan.interval();
    return input.whole()
        ? session.prepare(table.partitionCql()).bind(day, bucket)
        : session
            .prepare(table.selectCql())
            .bind(
                day,
                bucket,
                Instant.ofEpochMilli(interval.lower(table)),
                Instant.ofEpochMilli(interval.upper(table)));
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
