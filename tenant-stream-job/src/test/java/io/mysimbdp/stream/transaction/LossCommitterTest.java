package io.mysimbdp.stream.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.dataset.Loss;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

/** What the connector gives up is counted and made known before the job goes on. */
class LossCommitterTest {
  private static final Prepared<String> PREPARED =
      new Prepared<>("tx", new Contents(1, 17, Map.of("t.silver.w", 3L), List.of("jan")));

  private final SimpleCounter lost = new SimpleCounter();
  private final List<Loss> known = new ArrayList<>();
  private final Request request = new Request();

  @Test
  void whatIsGivenUpIsCountedAndMadeKnown() throws Exception {
    commit(known::add, asked -> asked.signalFailedWithKnownReason(new IOException("fenced")));
    assertThat(lost.getCount()).isEqualTo(1);
    assertThat(known).hasSize(1);
    assertThat(known.get(0).records()).containsOnly(Map.entry("t.silver.w", 3L));
    assertThat(known.get(0).datasets()).containsExactly("jan");
    assertThat(request.signals).containsExactly("known");
  }

  @Test
  void aLossThatCannotBeMadeKnownFailsTheJob() {
    assertThatThrownBy(
            () ->
                commit(
                    loss -> {
                      throw new IOException("no broker");
                    },
                    asked -> asked.signalFailedWithKnownReason(new IOException("fenced"))))
        .hasMessageContaining("no broker");
    assertThat(request.signals).isEmpty();
  }

  @Test
  void whatFailsTheJobOrIsTriedAgainIsNotLost() throws Exception {
    commit(known::add, asked -> asked.signalFailedWithUnknownReason(new IOException("away")));
    commit(known::add, Committer.CommitRequest::retryLater);
    commit(known::add, asked -> asked.updateAndRetryLater("other"));
    commit(known::add, asked -> assertThat(asked.getCommittable()).isEqualTo("tx"));
    assertThat(known).isEmpty();
    assertThat(lost.getCount()).isZero();
    assertThat(request.signals).containsExactly("unknown", "retry", "retry " + PREPARED.contents());
  }

  /** What the connector does with a request. */
  private interface Deed {
    void on(Committer.CommitRequest<String> asked);
  }

  private void commit(LossCommitter.Notices notices, Deed deed) throws Exception {
    Committer<String> connector =
        new Committer<>() {
          @Override
          public void commit(Collection<CommitRequest<String>> requests) {
            requests.forEach(deed::on);
          }

          @Override
          public void close() {}
        };
    try (var committer = new LossCommitter<>(connector, "t", notices, lost)) {
      committer.commit(List.of(request));
    }
  }

  /** Notes what becomes of a request. */
  private static final class Request implements Committer.CommitRequest<Prepared<String>> {
    private final List<String> signals = new ArrayList<>();

    @Override
    public Prepared<String> getCommittable() {
      return PREPARED;
    }

    @Override
    public int getNumberOfRetries() {
      return 0;
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
    public void updateAndRetryLater(Prepared<String> prepared) {
      signals.add("retry " + prepared.contents());
    }

    @Override
    public void signalAlreadyCommitted() {
      signals.add("already");
    }
  }
}
