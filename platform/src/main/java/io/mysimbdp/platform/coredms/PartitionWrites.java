package io.mysimbdp.platform.coredms;

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
 * Writes rows to coredms, those of one partition together: Cassandra takes them as a single write,
 * which is what a row costs it, most of all where each write waits for the disk. A bounded number
 * of batches is under way. One that coredms does not take fails whoever sends on, at the latest in
 * {@link #await}, which returns only when every row was acknowledged. Used by one thread.
 */
public final class PartitionWrites {
  private static final int IN_FLIGHT = 64;
  private static final int BATCH = 50;
  private static final int GATHERED = 5_000;

  private final CqlSession session;
  private final Map<Object, List<BatchableStatement<?>>> byPartition = new HashMap<>();
  private int gathered;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * Over this session, which stays the caller's.
   *
   * @param session not null
   */
  public PartitionWrites(CqlSession session) {
    this.session = session;
  }

  /**
   * Takes a statement, which is sent when enough others of its partition have come, or with {@link
   * #sendAll}. Waits while too many batches are under way.
   *
   * @param partition equal for statements that write to the same partition of the same table, and
   *     for no others
   * @throws IOException if coredms did not take an earlier one
   */
  public void send(Object partition, BatchableStatement<?> statement)
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

  /** Sends what has gathered, without waiting for its acknowledgement. */
  public void sendAll() throws IOException, InterruptedException {
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

  /**
   * Sends all and waits until coredms has acknowledged it.
   *
   * @throws IOException if it did not take one
   */
  public void await() throws IOException, InterruptedException {
    sendAll();
    free.acquire(IN_FLIGHT);
    free.release(IN_FLIGHT);
    failOnError();
  }

  private void failOnError() throws IOException {
    Throwable error = failure.get();
    if (error != null) {
      throw new IOException(
          "coredms did not take rows (%s). They are sent again when the job goes on from where it was sure"
              .formatted(error.getMessage()),
          error);
    }
  }
}
