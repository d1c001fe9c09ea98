package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Suspended;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process is killed, told to end, or stands still for a while. */
final class ProcessAttack implements Attack {
  private static final long END_WITHIN_SECONDS = 60;

  private final Victims victims;
  private final Strike strike;
  private final int before;

  ProcessAttack(Victims victims, Strike strike) {
    this.victims = victims;
    this.strike = strike;
    this.before = victims.of(strike.cell().target()).size();
  }

  @Override
  public boolean ready() {
    return !victims.of(strike.cell().target()).isEmpty();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    List<ProcessHandle> there = victims.of(strike.cell().target());
    if (there.isEmpty()) {
      return Blow.missed(began, "it was gone already");
    }
    ProcessHandle victim = there.get(strike.pick() % there.size());
    Duration span = strike.cell().fault().span(strike.cell().target());
    if (!span.isZero()) {
      Suspended.during(List.of(victim), () -> stillThere(victim, span.toMillis()));
      return Blow.hit(System.currentTimeMillis(), "");
    }
    return Blow.hit(began, strike.cell().fault() == Fault.STOP ? stop(victim) : kill(victim));
  }

  /** Kills a process and returns when it is gone; nothing is to be said about that. */
  static String kill(ProcessHandle victim) throws InterruptedException {
    victim.destroyForcibly();
    ended(victim);
    return "";
  }

  private static String stop(ProcessHandle victim) throws InterruptedException {
    victim.destroy();
    if (ended(victim)) {
      return "";
    }
    kill(victim);
    return "it did not end within " + END_WITHIN_SECONDS + " s of SIGTERM and was killed";
  }

  @Override
  public boolean isBack() {
    return victims.areBack(strike.cell().target(), before);
  }

  /** A frozen process cannot end; this waits for just that until the span is over. */
  static void stillThere(ProcessHandle victim, long millis) {
    try {
      victim.onExit().get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // It still stands there, as it should.
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot watch process " + victim.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end of a process; false if it takes too long. */
  static boolean ended(ProcessHandle victim) throws InterruptedException {
    try {
      victim.onExit().get(END_WITHIN_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot watch process " + victim.pid(), e);
    }
  }
}
