package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Does one fault after the other, each only while the pipeline is whole and busy: since the one
 * before, every stream job and every loader has completed a checkpoint, committed silver of every
 * tenant has been seen, and every stream job has an open transaction in which it has written. Where
 * that is not so in time, the fault is left out and does not count.
 */
final class Striking {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(300);

  private final Scene scene;
  private final Manner manner;
  private long lastFault = System.currentTimeMillis();
  private Map<String, Long> seenBefore = Map.of();

  Striking(Scene scene, Manner manner) {
    this.scene = scene;
    this.manner = manner;
  }

  /** Does it, and waits until its target and all jobs are there again. */
  Outcome strike(Strike strike) throws InterruptedException {
    Attack attack = manner.aim().at(scene, strike);
    try {
      await()
          .atMost(READY_WITHIN)
          .pollInterval(LOOK)
          .until(() -> isWholeAndBusy() && attack.ready());
    } catch (ConditionTimeoutException e) {
      String why = "left out: the pipeline was not whole and busy within " + READY_WITHIN;
      return new Outcome(strike, Blow.Result.LEFT_OUT, null, why);
    }
    Blow blow = attack.strike();
    seenBefore = scene.watcher().silver();
    lastFault = blow.over();
    try {
      await().atMost(manner.recoveredWithin()).pollInterval(LOOK).until(attack::isBack);
      lastFault = System.currentTimeMillis();
      long recovered =
          await()
              .atMost(manner.recoveredWithin())
              .pollInterval(LOOK)
              .until(() -> scene.vitals().allCheckpointedSince(lastFault), OptionalLong::isPresent)
              .getAsLong();
      Duration recovery = Duration.ofMillis(recovered - blow.since());
      return new Outcome(strike, blow.result(), recovery, blow.note());
    } catch (ConditionTimeoutException e) {
      String late = "not recovered within " + manner.recoveredWithin();
      return new Outcome(strike, blow.result(), null, late);
    }
  }

  private boolean isWholeAndBusy() {
    return seesMore()
        && scene.vitals().allCheckpointedSince(lastFault).isPresent()
        && (!manner.transactional() || scene.vitals().allInTransaction());
  }

  /** Whether every tenant has committed silver since the fault before. */
  private boolean seesMore() {
    return scene.watcher().silver().entrySet().stream()
        .allMatch(now -> now.getValue() > seenBefore.getOrDefault(now.getKey(), 0L));
  }
}
