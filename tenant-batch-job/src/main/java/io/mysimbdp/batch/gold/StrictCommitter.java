package io.mysimbdp.batch.gold;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;

/**
 * The connector's committer, but whatever it gives up fails the job. The connector only logs a
 * transaction that Kafka has aborted before its commit, since a restored streaming job would find
 * it aborted again; the job would finish, and its rows be missing on the gold topics. A batch job
 * has no such past: its next attempt writes all rows anew, in a transaction of its own.
 *
 * @param <C> how the connector knows a transaction
 */
final class StrictCommitter<C> implements Committer<C> {
  private final Committer<C> connector;

  StrictCommitter(Committer<C> connector) {
    this.connector = connector;
  }

  @Override
  public void commit(Collection<CommitRequest<C>> requests)
      throws IOException, InterruptedException {
    List<CommitRequest<C>> strict = requests.stream().<CommitRequest<C>>map(Strict::new).toList();
    connector.commit(strict);
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }

  /** What the connector sees of a request. */
  private record Strict<C>(CommitRequest<C> request) implements CommitRequest<C> {
    @Override
    public C getCommittable() {
      return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
      return request.getNumberOfRetries();
    }

    /** By this the connector says that the transaction is gone for good. */
    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      request.signalFailedWithKnownReason(reason);
      throw lost(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      request.signalFailedWithUnknownReason(reason);
      throw lost(reason);
    }

    /** Names the reason in its message, which is what a person gets to read. */
    private IllegalStateException lost(Throwable reason) {
      return new IllegalStateException(
          "gold rows were not committed to their topics and have to be written anew: %s (%s)"
              .formatted(request.getCommittable(), reason));
    }

    @Override
    public void retryLater() {
      request.retryLater();
    }

    @Override
    public void updateAndRetryLater(C transaction) {
      request.updateAndRetryLater(transaction);
    }

    @Override
    public void signalAlreadyCommitted() {
      request.signalAlreadyCommitted();
    }
  }
}
