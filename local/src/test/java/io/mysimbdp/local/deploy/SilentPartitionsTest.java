package io.mysimbdp.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.deploy.SilentPartitions.Due;
import io.mysimbdp.local.deploy.SilentPartitions.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two partitions of a stream that waits a minute; times of the clock are given in seconds. */
class SilentPartitionsTest {
  private final SilentPartitions partitions = new SilentPartitions(Duration.ofMinutes(1));

  @Test
  void aPartitionThatIsBehindAndSilentForLongEnoughIsTakenOn() {
    note(0, 1, 100, 0);
    note(1, 1, 500, 0);
    assertThat(partitions.due(at(59))).isEmpty();
    assertThat(partitions.due(at(60))).containsExactly(new Due(0, 500));
  }

  @Test
  void aPartitionThatReceivesIsNotSilentHoweverFarBehind() {
    note(0, 1, 100, 0);
    note(1, 1, 500, 0);
    note(0, 2, 101, 50);
    assertThat(partitions.due(at(100))).isEmpty();
  }

  @Test
  void afterAPulseAPartitionIsLeftAloneUntilTheOthersGoOn() {
    note(0, 1, 100, 0);
    note(1, 1, 500, 0);
    note(0, 2, 500, 60); // the pulse itself
    assertThat(partitions.due(at(200))).isEmpty();
    note(1, 2, 900, 210);
    assertThat(partitions.due(at(210))).containsExactly(new Due(0, 900));
  }

  @Test
  void anEmptyPartitionIsSilentTooAndOneThatIsAheadIsNotTakenBack() {
    note(0, 0, Long.MIN_VALUE, 0);
    note(1, 1, 500, 0);
    assertThat(partitions.due(at(60))).containsExactly(new Due(0, 500));
    note(1, 2, 300, 61);
    assertThat(partitions.due(at(200))).containsExactly(new Due(0, 500));
  }

  private void note(int partition, long end, long time, long second) {
    partitions.note(partition, new Seen(end, time), at(second));
  }

  private static long at(long second) {
    return Duration.ofSeconds(second).toNanos();
  }
}
