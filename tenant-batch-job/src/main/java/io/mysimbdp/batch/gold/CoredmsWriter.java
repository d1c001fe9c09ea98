package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.GoldTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.java.tuple.Tuple3;

/**
 * Writes gold rows with a bounded number under way. A row that coredms does not take fails the job,
 * at the latest in {@link #flush}, which returns only when every row has been acknowledged.
 */
final class CoredmsWriter implements SinkWriter<Tuple3<Integer, String, byte[]>> {
  private static final int IN_FLIGHT = 256;

  /** What is needed to write one table. */
  private record Target(GoldTable table, RowJson json, PreparedStatement insert) {}

  private final long writeTime;
  private final CqlSession session;
  private final List<Target> targets = new ArrayList<>();
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  CoredmsWriter(BatchPlan plan) {
    writeTime = plan.writeTime();
    session = CoreDms.open(plan.cassandra());
    for (Rollup rollup : plan.tenant().gold()) {
      GoldTable table = GoldTable.of(plan.tenant(), rollup);
      PreparedStatement insert =
          session.prepare(SimpleStatement.newInstance(table.insertCql()).setIdempotent(true));
      targets.add(new Target(table, new RowJson(rollup.output()), insert));
    }
  }

  @Override
  public void write(Tuple3<Integer, String, byte[]> element, Context context)
      throws IOException, InterruptedException {
    Target target = targets.get(element.f0);
    Row row = new Row(target.table().rollup().output().size());
    target.json().read(element.f2, row);
    Object[] rowValues = target.table().values(row, Instant::ofEpochMilli);
    Object[] values = Arrays.copyOf(rowValues, rowValues.length + 1);
    values[rowValues.length] = writeTime;
    failOnError();
    free.acquire();
    session
        .executeAsync(target.insert().bind(values))
        .whenComplete(
            (result, error) -> {
              if (error != null) {
                failure.compareAndSet(null, error);
              }
              free.release();
            });
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    free.acquire(IN_FLIGHT);
    free.release(IN_FLIGHT);
    failOnError();
  }

  private void failOnError() throws IOException {
    Throwable error = failure.get();
    if (error != null) {
      throw new IOException(
          "coredms did not take a gold row (%s). The batch run is repeated as a whole"
              .formatted(error.getMessage()),
          error);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
