package io.mysimbdp.batch.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;

/** A job does not finish with gold that its topics have not. */
class BoundedKafkaSinkTest {
  private final Request request = new Request(new ArrayList<>());

  @Test
  void aTransactionThatKafkaHasAbortedFailsTheJob() {
    IOException reason = new IOException("the transaction is not open");
    assertThatThrownBy(() -> commit(asked -> asked.signalFailedWithKnownReason(reason)))
        .hasMessageContaining("not committed")
        .hasMessageContaining("transaction 7")
        .hasMessageContaining("the transaction is not open");
    assertThat(request.signals()).containsExactly("known");
  }

  @Test
  void soDoesAnythingElseThatIsGivenUp() {
    assertThatThrownBy(() -> commit(asked -> asked.signalFailedWithUnknownReason(new Error("?"))))
        .hasMessageContaining("not committed");
    assertThat(request.signals()).containsExactly("unknown");
  }

  @Test
  void whatIsCommittedOrTriedAgainDoesNot() throws Exception {
    commit(asked -> assertThat(asked.getCommittable()).isEqualTo("transaction 7"));
    commit(asked -> assertThat(asked.getNumberOfRetries()).isEqualTo(2));
    commit(CommitRequest::retryLater);
    commit(asked -> asked.updateAndRetryLater("other"));
    commit(CommitRequest::signalAlreadyCommitted);
    assertThat(request.signals()).containsExactly("retry", "retry other", "already");
  }

  private void commit(Consumer<CommitRequest<String>> deed) throws Exception {
    SupportsCommitter<String> sink = committing(BoundedKafkaSink.around(new Connector(deed)));
    try (Committer<String> committer = sink.createCommitter((CommitterInitContext) null)) {
      committer.commit(List.of(request));
    }
  }

  @SuppressWarnings("unchecked") // a sink around one of strings
  private static SupportsCommitter<String> committing(Sink<String> sink) {
    return (SupportsCommitter<String>) sink;
  }

  /** Does one thing with each request. */
  private record Connector(Consumer<CommitRequest<String>> deed)
      implements Sink<String>,
          SupportsWriterState<String, String>,
          SupportsCommitter<String>,
          Committer<String> {
    @Override
    public void commit(Collection<CommitRequest<String>> requests) {
      requests.forEach(deed);
    }

    @Override
    public Committer<String> createCommitter(CommitterInitContext context) {
      return this;
    }

    @Override
    public SimpleVersionedSerializer<String> getCommittableSerializer() {
      throw new UnsupportedOperationException();
    }

    @Override
    public SimpleVersionedSerializer<String> getWriterStateSerializer() {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public SinkWriter<String> createWriter(InitContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StatefulSinkWriter<String, String> restoreWriter(
        WriterInitContext context, Collection<String> state) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  /** Notes what becomes of a request. */
  private record Request(List<String> signals) implements CommitRequest<String> {
    @Override
    public String getCommittable() {
      return "transaction 7";
    }

    @Override
    public int getNumberOfRetries() {
      return 2;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      signals.add("known");
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      signals.add("unknown");
    }

    @Override
    public void retryLater() {
      signals.add("retry");
    }

    @Override
    public void updateAndRetryLater(String other) {
      signals.add("retry " + other);
    }

    @Override
    public void signalAlreadyCommitted() {
      signals.add("already");
    }
  }
}
