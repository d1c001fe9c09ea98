package io.mysimbdp.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.coredms.BatchCounts;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.Interval;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who submits an attempt again uses the same job id, so that Flink can refuse it. */
class JobIdsTest {
  private static final Interval DAY = Interval.of(0, 86_400_000);

  @Test
  void oneAttemptHasOneId() {
    assertThat(JobIds.of(run("a", "r", 1)))
        .isEqualTo(JobIds.of(run("a", "r", 1)))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void tenantsRunsAndTimesHaveTheirOwn() {
    assertThat(
            new String[] {
              JobIds.of(run("a", "r", 1)),
              JobIds.of(run("b", "r", 1)),
              JobIds.of(run("a", "s", 1)),
              JobIds.of(run("a", "r", 2))
            })
        .doesNotHaveDuplicates();
  }

  private static BatchRunRecord run(String tenant, String run, long writeTime) {
    return new BatchRunRecord(
        tenant,
        run,
        DAY,
        writeTime,
        Instant.EPOCH,
        1,
        writeTime,
        BatchRunRecord.State.STARTED,
        null,
        BatchCounts.NONE);
  }
}
