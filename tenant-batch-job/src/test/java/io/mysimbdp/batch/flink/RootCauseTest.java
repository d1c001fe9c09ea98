package io.mysimbdp.batch.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootCauseTest {
  @Test
  void theInnermostCauseIsWhatAPersonWantsToRead() {
    String trace =
        """
        org.apache.flink.runtime.JobException: Recovery is suppressed
        \tat org.apache.flink.A.b(A.java:1)
        Caused by: java.io.IOException: coredms did not take a gold row
        \tat io.mysimbdp.X.y(X.java:2)
        """;
    assertThat(RootCause.of(trace)).isEqualTo("IOException: coredms did not take a gold row");
  }

  @Test
  void aTextWithoutCauseIsItsFirstLine() {
    assertThat(RootCause.of("\nJar file was not found.\nmore"))
        .isEqualTo("Jar file was not found.");
    assertThat(RootCause.of("")).isEmpty();
  }
}
