package io.mysimbdp.batch.gold;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The connector's sink in two-phase commit, for a job without checkpoints. Its writer aborts, when
 * it is closed, the transaction that it has prepared, unless it has begun the next one, which only
 * a checkpoint makes it do; and in bounded mode it is closed before the committer starts. A
 * transaction that cannot be committed fails the job.
 *
 * @param <T> what is written
 * @param <C> how the connector knows a transaction
 */
final class BoundedKafkaSink<T, C> implements Sink<T>, SupportsCommitter<C> {
  private static final long serialVersionUID = 1L;

  private final Sink<T> connector;
  private final SupportsCommitter<C> committing;

  private BoundedKafkaSink(Sink<T> connector, SupportsCommitter<C> committing) {
    this.connector = connector;
    this.committing = committing;
  }

  /** This sink around one of the connector's. */
  static <T, W, C, S extends Sink<T> & SupportsWriterState<T, W> & SupportsCommitter<C>>
      Sink<T> around(S connector) {
    return new BoundedKafkaSink<T, C>(connector, connector);
  }

  @Override
  @Deprecated
  public BoundedKafkaWriter<T, C> createWriter(InitContext context) {
    throw new UnsupportedOperationException("Flink asks by the newer method");
  }

  @Override
  public BoundedKafkaWriter<T, C> createWriter(WriterInitContext context) throws IOException {
    return new BoundedKafkaWriter<>(connector.createWriter(context));
  }

  @Override
  public Committer<C> createCommitter(CommitterInitContext context) throws IOException {
    return new StrictCommitter<>(committing.createCommitter(context));
  }

  @Override
  public SimpleVersionedSerializer<C> getCommittableSerializer() {
    return committing.getCommittableSerializer();
  }
}
