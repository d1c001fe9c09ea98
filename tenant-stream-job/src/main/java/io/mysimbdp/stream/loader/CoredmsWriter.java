package io.mysimbdp.stream.loader;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.CoreDmsException;
import io.mysimbdp.platform.coredms.PartitionWrites;
import io.mysimbdp.platform.coredms.Preparation;
import io.mysimbdp.platform.coredms.SilverTable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.types.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes silver rows; {@link #flush} returns only when every row has been acknowledged. */
final class CoredmsWriter implements SinkWriter<Row> {
  private static final Logger LOG = LoggerFactory.getLogger(CoredmsWriter.class);

  /** How long it waits for a Cassandra that does not answer before the job fails and says so. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long ASK_EVERY_MS = 1_000;

  /** No row waits longer for others of its partition. */
  private static final long GATHER_MS = 100;

  private final CqlSession session;
  private final PreparedStatement insert;
  private final PartitionWrites writes;
  private final ProcessingTimeService time;

  /** Null while nothing has gathered. */
  private ScheduledFuture<?> sending;

  CoredmsWriter(SilverTable table, String addresses, ProcessingTimeService time)
      throws IOException {
    this.time = time;
    session = open(addresses);
    insert =
        Preparation.of(
            session,
            opened ->
                opened.prepare(SimpleStatement.newInstance(table.insertCql()).setIdempotent(true)));
    writes = new PartitionWrites(session);
  }

  /** Waits for a Cassandra that is away: a restarted job would load all its classes to do so. */
  private static CqlSession open(String addresses) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return CoreDms.open(addresses);
      } catch (CoreDmsException e) {
        if (System.nanoTime() - deadline > 0) {
          throw e;
        }
        LOG.warn("{} The loader asks again.", e.getMessage());
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("told to end while Cassandra did not answer");
    }
  }

  @Override
  public void write(Row row, Context context) throws IOException, InterruptedException {
    Object[] values = IntStream.range(0, row.getArity()).mapToObj(row::getField).toArray();
    // The first two are the partition key.
    writes.send(List.of(values[0], values[1]), insert.bind(values));
    if (sending == null) {
      sending = time.registerTimer(time.getCurrentProcessingTime() + GATHER_MS, now -> sendAll());
    }
  }

  private void sendAll() throws IOException, InterruptedException {
    sending = null;
    writes.sendAll();
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
