package io.mysimbdp.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.batch.trigger.TriggerStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Times of the clock are given in seconds. */
class WaitingLogTest {
  private final List<String> said = new ArrayList<>();
  private long now;
  private final WaitingLog log = new WaitingLog(() -> TimeUnit.SECONDS.toNanos(now), said::add);

  @Test
  void longWaitsAreSaidOnceAMinute() {
    for (now = 0; now <= 130; now++) {
      log.waiting("jan", "transactions on [silver-0] are open");
    }
    assertThat(said)
        .containsExactly(
            "dataset jan has been waiting for 60 s: transactions on [silver-0] are open",
            "dataset jan has been waiting for 120 s: transactions on [silver-0] are open");
  }

  @Test
  void aStepThatIsDoneBeginsANewWait() {
    log.waiting("jan", "the loader is behind");
    now = 59;
    log.reached(TriggerStep.LOADED, "jan");
    log.waiting("jan", "the batch runs");
    now = 61;
    log.waiting("jan", "the batch runs");
    assertThat(said).isEmpty();
  }

  @Test
  void thatThereIsNoDatasetIsNotWorthAWord() {
    for (now = 0; now <= 130; now++) {
      log.waiting(null, "no completed dataset");
    }
    assertThat(said).isEmpty();
  }
}
