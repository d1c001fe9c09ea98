package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.DriverException;
import io.mysimbdp.platform.coredms.CoreDmsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.awaitility.core.ConditionTimeoutException;

/** A process gets SIGKILL at a moment that is waited for. It counts only if it was that moment. */
final class AimedKill implements Attack {
  /** In the long form a dataset of some tenants lasts six minutes. */
  private static final Duration MOMENT_WITHIN = Duration.ofMinutes(8);

  private static final Duration LOOK = Duration.ofMillis(5);

  /** How long a server that was killed may take before it can be asked. */
  private static final Duration TOLD_WITHIN = Duration.ofMinutes(3);

  private static final Duration ASK = Duration.ofMillis(200);

  private final Victims victims;
  private final Strike strike;
  private final Supplier<Moment> moments;
  private final int before;

  /**
   * A kill.
   *
   * @param moments makes the moment when it is time to look for it
   */
  AimedKill(Victims victims, Strike strike, Supplier<Moment> moments) {
    this.victims = victims;
    this.strike = strike;
    this.moments = moments;
    this.before = victims.of(strike.cell().target()).size();
  }

  @Override
  public boolean ready() {
    return !victims.of(strike.cell().target()).isEmpty();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    try (Moment moment = moments.get()) {
      Optional<String> seen = awaited(moment);
      if (seen.isEmpty()) {
        return Blow.missed(
            began, "no %s within %d minutes".formatted(moment.name(), MOMENT_WITHIN.toMinutes()));
      }
      List<ProcessHandle> there = victims.of(strike.cell().target());
      if (there.isEmpty()) {
        return Blow.missed(began, "it was gone already");
      }
      long since = System.currentTimeMillis();
      ProcessAttack.kill(there.get(strike.pick() % there.size()));
      long gone = System.currentTimeMillis();
      return overBefore(moment, gone)
          .map(over -> new Blow(since, gone, false, "too late: " + seen.get() + ", but " + over))
          .orElseGet(() -> new Blow(since, gone, true, seen.get()));
    } catch (DriverException | CoreDmsException | KafkaException e) {
      // Nothing is away at this time; the run goes on all the same.
      return Blow.missed(began, "could not look for the moment: " + e);
    }
  }

  private static Optional<String> awaited(Moment moment) {
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
    return victims.areBack(strike.cell().target(), before);
  }
}
