package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.DayPartTable;
import io.mysimbdp.platform.coredms.PartitionWrites;
import io.mysimbdp.platform.gold.GoldKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.java.tuple.Tuple2;

/** Writes day parts; {@link #flush} returns only when every part has been acknowledged. */
final class DayPartWriter implements SinkWriter<Tuple2<String, byte[]>> {

  /** What is needed to write the parts of one gold table. */
  private record Target(DayPartTable parts, PreparedStatement insert) {}

  private final BatchPlan plan;
  private final PartialCodec codec;
  private final CqlSession session;
  private final PartitionWrites writes;
  private final Map<Integer, Target> targets = new HashMap<>();

  DayPartWriter(BatchPlan plan) {
    this.plan = plan;
    codec = new PartialCodec(plan.tenant());
    session = CoreDms.open(plan.cassandra());
    writes = new PartitionWrites(session);
  }

  @Override
  public void write(Tuple2<String, byte[]> part, Context context)
      throws IOException, InterruptedException {
    GoldKey key = codec.readKey(part.f0);
    Target target = targets.computeIfAbsent(key.group().rollup(), this::target);
    byte[] group = codec.group(key.group());
    String day = key.period().first().toString();
    int bucket = target.parts().bucket(group);
    writes.send(
        List.of(key.group().rollup(), day, bucket),
        target
            .insert()
            .bind(
                day,
                bucket,
                ByteBuffer.wrap(group),
                ByteBuffer.wrap(part.f1),
                target.parts().layout(),
                plan.writeTime()));
  }

  private Target target(int table) {
    DayPartTable parts = DayPartTable.of(plan.tenant(), codec.program(table).table());
    return new Target(
        parts, session.prepare(SimpleStatement.newInstance(parts.insertCql()).setIdempotent(true)));
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    writes.await();
  }

  @Override
  public void close() {
    session.close();
  }
}
