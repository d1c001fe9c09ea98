package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends statements to coredms, those of one partition together, with a bounded number of batches
 * under way. One that coredms does not take fails the job, at the latest in {@link #await}, which
 * returns only when every one was acknowledged.
 */
final class Writes {
  private static final int IN_FLIGHT = 64;
  private static final int BATCH = 50;
  private static final int GATHERED = 5_000;

  private final CqlSession session;
  private final Map<Object, List<BatchableStatement<?>>> byPartition = new HashMap<>();
  private int gathered;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Writes(CqlSession session) {
    this.session = session;
  }

  /**
   * Sends a statement, at once or with others.
   *
   * @param partition equal for statements that write to the same partition of the same table
   */
  void send(Object partition, BatchableStatement<?> statement)
      throws IOException, InterruptedException {
    List<BatchableStatement<?>> batch =
        byPartition.computeIfAbsent(partition, none -> new ArrayList<>(BATCH));
    batch.add(statement);
    gathered++;
    if (batch.size() == BATCH) {
      byPartition.remove(partition);
      gathered -= BATCH;
      send(batch);
    } else if (gathered >= GATHERED) {
      sendAll();
    }
  }

  private void sendAll() throws IOException, InterruptedException {
    for (List<BatchableStatement<?>> batch : byPartition.values()) {
      send(batch);
    }
    byPartition.clear();
    gathered = 0;
  }

  /** Within one partition an unlogged batch is a single write, and as idempotent as its parts. */
  private void send(List<BatchableStatement<?>> batch) throws IOException, InterruptedException {
    failOnError();
    free.acquire();
    session
        .executeAsync(BatchStatement.newInstance(BatchType.UNLOGGED, batch).setIdempotent(true))
        .whenComplete(
            (result, error) -> {
              if (error != null) {
                failure.compareAndSet(null, error);
              }
              free.release();
            });
  }

  void await() throws IOException, InterruptedException {
    sendAll();
    free.acquire(IN_FLIGHT);
    free.release(IN_FLIGHT);
    failOnError();
  }

  private void failOnError() throws IOException {
    Throwable error = failure.get();
    if (error != null) {
      throw new IOException(
          "coredms did not take a row (%s). The batch run is repeated as a whole"
              .formatted(error.getMessage()),
          error);
    }
  }
}
