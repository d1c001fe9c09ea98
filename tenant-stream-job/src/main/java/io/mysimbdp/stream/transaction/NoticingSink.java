package io.mysimbdp.stream.transaction;

import io.mysimbdp.stream.output.OutputTopics;
import io.mysimbdp.stream.output.SinkInput;
import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.Counter;

/**
 * The connector's sink in two-phase commit, which notices transactions that Kafka has aborted: by
 * the counter {@value #LOST}, in the log, and in the topic of the completions.
 *
 * @param <W> the connector's state
 * @param <C> how the connector knows a transaction
 */
public final class NoticingSink<W, C>
    implements Sink<SinkInput>, SupportsWriterState<SinkInput, W>, SupportsCommitter<Prepared<C>> {
  private static final long serialVersionUID = 1L;

  /**
   * Counts lost transactions. Its first subtask begins with those that were noticed before the job
   * was started last: a loss is often followed by a restart, and the alarm shall outlive that.
   */
  private static final String LOST = "lostTransactions";

  private final Sink<SinkInput> sink;
  private final SupportsWriterState<SinkInput, W> stateful;
  private final SupportsCommitter<C> committing;
  private final String tenant;
  private final OutputTopics topics;
  private final LossTopic losses;

  private NoticingSink(
      Sink<SinkInput> sink,
      SupportsWriterState<SinkInput, W> stateful,
      SupportsCommitter<C> committing,
      String tenant,
      OutputTopics topics,
      LossTopic losses) {
    this.sink = sink;
    this.stateful = stateful;
    this.committing = committing;
    this.tenant = tenant;
    this.topics = topics;
    this.losses = losses;
  }

  /** This sink around one of the connector's. */
  public static <
          W,
          C,
          S extends Sink<SinkInput> & SupportsWriterState<SinkInput, W> & SupportsCommitter<C>>
      Sink<SinkInput> around(S sink, String tenant, OutputTopics topics, LossTopic losses) {
    return new NoticingSink<W, C>(sink, sink, sink, tenant, topics, losses);
  }

  @Override
  @SuppressWarnings("deprecation") // Flink calls the other one, which stands in its place
  public CountingWriter<W, C> createWriter(InitContext context) {
    throw new UnsupportedOperationException("Flink asks by the newer method");
  }

  @Override
  public CountingWriter<W, C> createWriter(WriterInitContext context) throws IOException {
    return new CountingWriter<>(sink.createWriter(context), count(context));
  }

  @Override
  public StatefulSinkWriter<SinkInput, W> restoreWriter(
      WriterInitContext context, Collection<W> state) throws IOException {
    return new CountingWriter<W, C>(stateful.restoreWriter(context, state), count(context));
  }

  private ContentsCount count(WriterInitContext context) {
    return new ContentsCount(
        topics,
        context.getTaskInfo().getIndexOfThisSubtask(),
        context.getRestoredCheckpointId().orElse(0));
  }

  @Override
  public SimpleVersionedSerializer<W> getWriterStateSerializer() {
    return stateful.getWriterStateSerializer();
  }

  @Override
  public Committer<Prepared<C>> createCommitter(CommitterInitContext context) throws IOException {
    Counter lost = context.metricGroup().counter(LOST);
    if (context.getTaskInfo().getIndexOfThisSubtask() == 0) {
      lost.inc(losses.noticed());
    }
    return new LossCommitter<>(committing.createCommitter(context), tenant, losses::write, lost);
  }

  @Override
  public SimpleVersionedSerializer<Prepared<C>> getCommittableSerializer() {
    return new PreparedSerializer<>(committing.getCommittableSerializer());
  }
}
