package io.mysimbdp.batch.gold;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * The connector's writer, which leaves alone what it has prepared.
 *
 * @param <T> what is written
 * @param <C> how the connector knows a transaction
 */
final class BoundedKafkaWriter<T, C> implements CommittingSinkWriter<T, C> {
  /** The first transaction is that of checkpoint 1, so the next one is behind it. */
  private static final long ONLY_CHECKPOINT = 1;

  private final SinkWriter<T> connector;

  /**
   * @param connector keeps state and prepares transactions, as the writers of {@code KafkaSink} do
   */
  BoundedKafkaWriter(SinkWriter<T> connector) {
    this.connector = connector;
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    connector.write(element, context);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    connector.flush(endOfInput);
  }

  /** Called once, at the end of the input. */
  @Override
  @SuppressWarnings("unchecked") // the sink that made it says so
  public Collection<C> prepareCommit() throws IOException, InterruptedException {
    Collection<C> prepared = ((CommittingSinkWriter<T, C>) connector).prepareCommit();
    // Begins the next transaction, which is then the one to be aborted.
    ((StatefulSinkWriter<T, ?>) connector).snapshotState(ONLY_CHECKPOINT);
    return prepared;
  }

  @Override
  public void close() throws Exception {
    connector.close();
  }
}
