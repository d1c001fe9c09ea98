package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for a moment and attacks in it.
 *
 * @param moments makes the moment when it is time to look for it
 */
record AimedAttack(Attack attack, Supplier<Moment> moments) implements Attack {
  private static final Duration MOMENT_WITHIN = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(20);

  @Override
  public boolean ready() {
    return attack.ready();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    try (Moment moment = moments.get()) {
      String seen =
          await()
              .pollInSameThread()
              .atMost(MOMENT_WITHIN)
              .pollDelay(Duration.ZERO)
              .pollInterval(LOOK)
              .until(moment::now, Optional::isPresent)
              .orElseThrow();
      Blow blow = attack.strike();
      Optional<String> over = moment.overBefore(blow.over());
      return new Blow(
          blow.since(),
          blow.over(),
          blow.hit() && over.isEmpty(),
          over.map(late -> "too late: " + seen + ", but " + late).orElse(seen));
    } catch (ConditionTimeoutException e) {
      return Blow.missed(began, "the moment did not come within " + MOMENT_WITHIN);
    }
  }

  @Override
  public boolean isBack() {
    return attack.isBack();
  }
}
