package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.GoldTable;
import io.mysimbdp.platform.coredms.PartitionWrites;
import io.mysimbdp.platform.coredms.Preparation;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.java.tuple.Tuple3;

/** Writes gold rows; {@link #flush} returns only when every row has been acknowledged. */
final class CoredmsWriter implements SinkWriter<Tuple3<Integer, String, byte[]>> {
  /** What is needed to write one table. */
  private record Target(GoldTable table, RowJson json, PreparedStatement insert) {}

  private final long writeTime;
  private final CqlSession session;
  private final List<Target> targets;
  private final PartitionWrites writes;

  CoredmsWriter(BatchPlan plan) {
    writeTime = plan.writeTime();
    session = CoreDms.open(plan.cassandra());
    targets = Preparation.of(session, opened -> targets(opened, plan.tenant()));
    writes = new PartitionWrites(session);
  }

  private static List<Target> targets(CqlSession session, Tenant tenant) {
    List<Target> targets = new ArrayList<>();
    for (Rollup rollup : tenant.gold()) {
      GoldTable table = GoldTable.of(tenant, rollup);
      PreparedStatement insert =
          session.prepare(SimpleStatement.newInstance(table.insertCql()).setIdempotent(true));
      targets.add(new Target(table, new RowJson(rollup.output()), insert));
    }
    return List.copyOf(targets);
  }

  @Override
  public void write(Tuple3<Integer, String, byte[]> element, Context context)
      throws IOException, InterruptedException {
    Target target = targets.get(element.f0);
    Row row = new Row(target.table().rollup().output().size());
    target.json().read(element.f2, row);
    Object[] rowValues = target.table().values(row);
    Object[] values = Arrays.copyOf(rowValues, rowValues.length + 1);
    values[rowValues.length] = writeTime;
    // The first three are the partition key.
    Object partition = List.of(element.f0, values[0], values[1], values[2]);
    writes.send(partition, target.insert().bind(values));
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
