package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for a moment and attacks in it. */
record AimedAttack(Attack attack, Moment moment) implements Attack {
  private static final Duration COMES_WITHIN = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(20);

  @Override
  public boolean ready() {
    return attack.ready();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    moment.await();
    try {
      await()
          .atMost(COMES_WITHIN)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK)
          .until(moment::isHere);
    } catch (ConditionTimeoutException e) {
      return Blow.missed(began, "the moment did not come within " + COMES_WITHIN);
    }
    long seen = System.currentTimeMillis();
    Blow blow = attack.strike();
    return blow.hit() && moment.hadPassed(seen)
        ? new Blow(blow.since(), blow.over(), false, "it came too late for the moment")
        : blow;
  }

  @Override
  public boolean isBack() {
    return attack.isBack();
  }
}
