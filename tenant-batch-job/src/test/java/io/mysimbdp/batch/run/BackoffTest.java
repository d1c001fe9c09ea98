package io.mysimbdp.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration LONG = Duration.ofDays(3);

  @Test
  void pausesDoubleUpToAMinute() {
    List<Duration> pauses = pauses(Duration.ZERO);
    assertThat(pauses)
        .startsWith(seconds(1), seconds(2), seconds(4), seconds(8), seconds(16), seconds(32))
        .last()
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(pauses).isSorted();
  }

  @Test
  void anOutageOfHoursDoesNotEndARunHoweverFastAttemptsFail() {
    assertThat(sum(pauses(Duration.ZERO))).isBetween(Backoff.LIMIT, Backoff.LIMIT.plusMinutes(1));
    assertThat(Backoff.after(Integer.MAX_VALUE, Backoff.LIMIT, Backoff.LIMIT)).isPresent();
  }

  @Test
  void aRunOfSlowAttemptsHasThree() {
    assertThat(pauses(Duration.ofHours(8))).hasSize(Backoff.LEAST - 1);
  }

  @Test
  void aRunThatLayStillIsNotGivenUpForThat() {
    assertThat(Backoff.after(7, LONG, Duration.ZERO)).contains(Duration.ofMinutes(1));
    assertThat(Backoff.after(7, LONG, Backoff.SEEN)).isPresent();
    assertThat(Backoff.after(7, LONG, Backoff.SEEN.plusSeconds(1))).isEmpty();
  }

  @Test
  void whoseClockIsBehindDoesNotGiveUpTooEarly() {
    assertThat(Backoff.after(7, LONG.negated(), LONG)).isPresent();
  }

  /** All pauses of a run whose attempts fail after as long, seen by one process. */
  private static List<Duration> pauses(Duration attempt) {
    List<Duration> pauses = new ArrayList<>();
    Duration ended = attempt;
    while (true) {
      Optional<Duration> next = Backoff.after(pauses.size() + 1, ended, ended.minus(attempt));
      if (next.isEmpty()) {
        return pauses;
      }
      pauses.add(next.get());
      ended = ended.plus(next.get()).plus(attempt);
    }
  }

  private static Duration sum(List<Duration> pauses) {
    return pauses.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
