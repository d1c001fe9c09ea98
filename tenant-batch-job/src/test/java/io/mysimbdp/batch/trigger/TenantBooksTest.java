package io.mysimbdp.batch.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.coredms.BatchCounts;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantBooksTest {
  @Test
  void aRunThatGoesOnAlthoughAttemptsFailIsNotKeptQuiet() {
    String away = "Cassandra does not answer";
    assertThat(
            TenantBooks.troubled(
                List.of(
                    run("dataset-first", 1, BatchRunRecord.State.STARTED, null),
                    run("dataset-jan", 7, BatchRunRecord.State.STARTED, away),
                    run("dataset-late", 3, BatchRunRecord.State.FINISHED, away),
                    run("dataset-lost", 370, BatchRunRecord.State.FAILED, away))))
        .containsExactly(
            Map.entry(
                "dataset-jan",
                "started 2024-01-31T23:30:00Z, now at attempt 7; attempt 6 failed: " + away));
  }

  private static BatchRunRecord run(
      String run, int attempt, BatchRunRecord.State state, String error) {
    return new BatchRunRecord(
        "t",
        run,
        Interval.of(0, 1),
        1,
        Instant.parse("2024-01-31T23:30:00Z"),
        attempt,
        attempt,
        state,
        error,
        BatchCounts.NONE);
  }
}
