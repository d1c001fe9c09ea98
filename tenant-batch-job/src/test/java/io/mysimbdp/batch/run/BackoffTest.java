package io.mysimbdp.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final List<Duration> PAUSES =
      IntStream.range(1, Backoff.ATTEMPTS).mapToObj(Backoff::after).map(Optional::get).toList();

  @Test
  void pausesDoubleUpToAMinute() {
    assertThat(PAUSES)
        .startsWith(seconds(1), seconds(2), seconds(4), seconds(8), seconds(16), seconds(32))
        .last()
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(PAUSES).isSorted();
  }

  @Test
  void aCauseThatPassesWithinTenMinutesDoesNotEndARun() {
    assertThat(PAUSES.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(15));
  }

  @Test
  void theLastAttemptIsTheLast() {
    assertThat(Backoff.after(Backoff.ATTEMPTS)).isEmpty();
    assertThat(Backoff.after(Integer.MAX_VALUE)).isEmpty();
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
