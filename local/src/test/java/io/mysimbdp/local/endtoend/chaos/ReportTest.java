package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Strike STRIKE =
      new Strike(1, new Cell(Target.TASK_MANAGER, Fault.KILL_AT_MARKERS), 0);
  private static final Outcome MISS =
      new Outcome(STRIKE, Blow.Result.MISSED, Duration.ofSeconds(1), "too late");
  private static final Outcome HIT =
      new Outcome(STRIKE, Blow.Result.HIT, Duration.ofSeconds(9), "");
  private static final Outcome NOT_RECOVERED = new Outcome(STRIKE, Blow.Result.HIT, null, "");

  private static Report report(Outcome... outcomes) {
    return new Report(
        new ChaosOptions(1, 1, List.of("vm-cpu"), true),
        new Plan(1, List.of(STRIKE)),
        Duration.ofMinutes(1),
        List.of(outcomes),
        List.of(),
        Map.of(),
        List.of());
  }

  @Test
  void aStrikeThatMissedIsGoodOnceItHasHit() {
    assertThat(report(MISS).good()).isFalse();
    assertThat(report(MISS, HIT).good()).isTrue();
    assertThat(report(NOT_RECOVERED).good()).isFalse();
    assertThat(report(MISS, HIT).markdown())
        .contains("| task manager | kill at markers | 1 | 1 | 9.0 s | 9.0 s |");
  }
}
