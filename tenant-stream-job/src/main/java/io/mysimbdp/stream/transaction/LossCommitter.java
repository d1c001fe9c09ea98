package io.mysimbdp.stream.transaction;

import io.mysimbdp.platform.dataset.Loss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector's committer, whose failures do not pass in silence. The connector gives up a
 * transaction that Kafka has aborted, and the job goes on without what stood in it: to fail would
 * help nobody, since the restored job would commit the same transaction and find it aborted again.
 * So the loss is counted, logged, and noted in Kafka before the job goes on. If it cannot be noted
 * the job fails, and finds the loss once more when it is restored.
 *
 * @param <C> how the connector knows a transaction
 */
final class LossCommitter<C> implements Committer<Prepared<C>> {
  private static final Logger LOG = LoggerFactory.getLogger(LossCommitter.class);

  private final Committer<C> connector;
  private final String tenant;
  private final Notices notices;
  private final Counter lost;

  /** Where losses are made known for good. */
  @FunctionalInterface
  interface Notices {
    /**
     * Returns once the notice is safe.
     *
     * @throws IOException if it cannot be made so
     */
    void write(Loss loss) throws IOException, InterruptedException;
  }

  LossCommitter(Committer<C> connector, String tenant, Notices notices, Counter lost) {
    this.connector = connector;
    this.tenant = tenant;
    this.notices = notices;
    this.lost = lost;
  }

  @Override
  public void commit(Collection<CommitRequest<Prepared<C>>> requests)
      throws IOException, InterruptedException {
    List<CommitRequest<C>> watched = new ArrayList<>();
    for (CommitRequest<Prepared<C>> request : requests) {
      watched.add(new Watched(request));
    }
    connector.commit(watched);
  }

  private void note(Prepared<C> prepared, Throwable reason) {
    Contents contents = prepared.contents();
    Loss loss =
        new Loss(
            contents.subtask(),
            contents.after(),
            reason.toString(),
            contents.records(),
            contents.datasets(),
            System.currentTimeMillis());
    lost.inc();
    LOG.error(
        "LOST SILVER of tenant {}: {}. It happens when a job or its broker stands still for longer"
            + " than the transaction timeout; the job goes on, the ledger will not balance. Make"
            + " everything again from the raw topics: ./mysimbdp replay {}. {}",
        tenant,
        loss.sentence(),
        tenant,
        prepared.transaction());
    try {
      notices.write(loss);
    } catch (IOException e) {
      throw new UncheckedIOException("a loss cannot be made known: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a loss was made known", e);
    }
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }

  /** What the connector sees of a request. */
  private final class Watched implements CommitRequest<C> {
    private final CommitRequest<Prepared<C>> request;

    Watched(CommitRequest<Prepared<C>> request) {
      this.request = request;
    }

    @Override
    public C getCommittable() {
      return request.getCommittable().transaction();
    }

    @Override
    public int getNumberOfRetries() {
      return request.getNumberOfRetries();
    }

    /** By this the connector says that the transaction is gone for good. */
    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      note(request.getCommittable(), reason);
      request.signalFailedWithKnownReason(reason);
    }

    /** Fails the job, which then tries again: nothing is lost as yet. */
    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      request.signalFailedWithUnknownReason(reason);
    }

    @Override
    public void retryLater() {
      request.retryLater();
    }

    @Override
    public void updateAndRetryLater(C transaction) {
      request.updateAndRetryLater(new Prepared<>(transaction, request.getCommittable().contents()));
    }

    @Override
    public void signalAlreadyCommitted() {
      request.signalAlreadyCommitted();
    }
  }
}
