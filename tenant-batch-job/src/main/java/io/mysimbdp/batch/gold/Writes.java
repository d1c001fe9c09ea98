package io.mysimbdp.batch.gold;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends statements to coredms with a bounded number under way. One that coredms does not take fails
 * the job, at the latest in {@link #await}, which returns only when every one was acknowledged.
 */
final class Writes {
  private static final int IN_FLIGHT = 256;

  private final CqlSession session;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Writes(CqlSession session) {
    this.session = session;
  }

  void send(BoundStatement statement) throws IOException, InterruptedException {
    failOnError();
    free.acquire();
    session
        .executeAsync(statement)
        .whenComplete(
            (result, error) -> {
              if (error != null) {
                failure.compareAndSet(null, error);
              }
              free.release();
            });
  }

  void await() throws IOException, InterruptedException {
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
