package io.mysimbdp.batch.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.batch.flink.FlinkException.Kind;
import org.junit.jupiter.api.Test;

class FlinkHttpTest {
  @Test
  void anElectionIsWaitedForAndARefusalIsNot() {
    assertThat(FlinkHttp.kind(503, "ongoing leader election")).isEqualTo(Kind.UNREACHABLE);
    assertThat(FlinkHttp.kind(500, "Could not execute application")).isEqualTo(Kind.REFUSED);
    assertThat(FlinkHttp.kind(400, "no such jar")).isEqualTo(Kind.REFUSED);
    assertThat(FlinkHttp.kind(500, "x.DuplicateJobSubmissionException: Job has already"))
        .isEqualTo(Kind.DUPLICATE_JOB);
  }
}
