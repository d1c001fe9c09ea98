package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.DriverException;
import io.mysimbdp.platform.coredms.CoreDmsException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for a moment and attacks in it who is at work on it. It counts only if it was that moment.
 *
 * @param moments makes the moment when it is time to look for it
 */
record AimedAttack(ProcessAttack attack, Supplier<Moment> moments) implements Attack {
  /** In the long form a dataset of some tenants lasts eight minutes. */
  private static final Duration MOMENT_WITHIN = Duration.ofMinutes(9);

  private static final Duration LOOK = Duration.ofMillis(5);

  /** How long a server that was killed may take before it can be asked. */
  private static final Duration TOLD_WITHIN = Duration.ofMinutes(3);

  private static final Duration ASK = Duration.ofMillis(200);

  @Override
  public boolean ready() {
    return attack.ready();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    try (Moment moment = moments.get()) {
      Optional<Sight> seen = awaited(moment);
      return seen.isEmpty()
          ? Blow.missed(
              began, "no %s within %d minutes".formatted(moment.name(), MOMENT_WITHIN.toMinutes()))
          : strike(moment, seen.get());
    } catch (DriverException | CoreDmsException | KafkaException e) {
      // Nothing is away at this time; the run goes on all the same.
      return Blow.missed(began, "could not look for the moment: " + e);
    }
  }

  private Blow strike(Moment moment, Sight seen) throws InterruptedException {
    Blow blow = attack.strike(seen);
    if (!blow.hit()) {
      return blow;
    }
    Optional<String> over = overBefore(moment, blow.over());
    return over.isEmpty()
        ? new Blow(blow.since(), blow.over(), Blow.Result.HIT, seen.words())
        : Blow.missed(blow.since(), "too late: " + seen.words() + ", but " + over.get());
  }

  private static Optional<Sight> awaited(Moment moment) {
    try {
      return await()
          .pollInSameThread()
          .atMost(MOMENT_WITHIN)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK)
          .until(moment::now, Optional::isPresent);
    } catch (ConditionTimeoutException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> overBefore(Moment moment, long gone) {
    try {
      Optional<Optional<String>> told =
          await()
              .pollInSameThread()
              .ignoreExceptions()
              .atMost(TOLD_WITHIN)
              .pollDelay(Duration.ZERO)
              .pollInterval(ASK)
              .until(() -> Optional.of(moment.overBefore(gone)), Optional::isPresent);
      return told.orElseThrow();
    } catch (ConditionTimeoutException e) {
      return Optional.of("nobody could say afterwards whether it was over");
    }
  }

  @Override
  public boolean isBack() {
    return attack.isBack();
  }
}
