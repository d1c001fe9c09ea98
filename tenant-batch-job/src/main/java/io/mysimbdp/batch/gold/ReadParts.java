package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.data.ByteUtils;
import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.DayPartTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.gold.GoldKey;
import io.mysimbdp.platform.gold.GoldProgram;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;

/** Reads the day parts that an earlier run stored in one partition. */
final class ReadParts
    extends RichFlatMapFunction<Tuple3<Integer, String, Integer>, Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1L;

  private final BatchPlan plan;
  private transient CqlSession session;
  private transient PartialCodec codec;

  ReadParts(BatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    codec = new PartialCodec(plan.tenant());
    session = CoreDms.open(plan.cassandra());
  }

  @Override
  public void flatMap(Tuple3<Integer, String, Integer> item, Collector<Tuple2<String, byte[]>> out)
      throws IOException {
    GoldProgram program = codec.program(item.f0);
    DayPartTable parts = DayPartTable.of(plan.tenant(), program.table());
    Period day = new Period(PeriodKind.DAY, LocalDate.parse(item.f1));
    for (Row row : session.execute(session.prepare(parts.selectCql()).bind(item.f1, item.f2))) {
      if (!parts.layout().equals(row.getString("layout"))) {
        throw new IOException(otherLayout(program.table(), item.f1));
      }
      byte[] group = ByteUtils.getArray(row.getByteBuffer("group_key"));
      byte[] accumulator = ByteUtils.getArray(row.getByteBuffer("accumulator"));
      out.collect(
          Tuple2.of(codec.write(new GoldKey(day, codec.readGroup(program, group))), accumulator));
    }
  }

  private static String otherLayout(Rollup table, String day) {
    return ("what gold table %s keeps of %s was gathered by another version of its definition. Give"
            + " the table a new name, or drop its day parts and run the batch with --all")
        .formatted(table.name(), day);
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
