package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Suspended;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process is killed, told to end, or stands still for a while. */
final class ProcessAttack implements Attack {
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
    return !victims.atWork(strike.cell().target()).isEmpty();
  }

  @Override
  public Blow strike() throws InterruptedException {
    return strike(victims.atWork(strike.cell().target()));
  }

  /** Strikes one that is at work on what was seen. */
  Blow strike(Sight sight) throws InterruptedException {
    return strike(victims.atWorkOn(strike.cell().target(), sight));
  }

  private Blow strike(List<ProcessHandle> there) throws InterruptedException {
    long began = System.currentTimeMillis();
    if (there.isEmpty()) {
      return Blow.missed(began, "it was gone already");
    }
    ProcessHandle victim = there.get(strike.pick() % there.size());
    Duration span = strike.cell().fault().span(strike.cell().target());
    if (!span.isZero()) {
      return freeze(victim, span);
    }
    if (strike.cell().fault() == Fault.STOP) {
      return Processes.stop(victim)
          ? Blow.hit(began, "")
          : Blow.broken(began, "it did not end by SIGTERM and had to be killed");
    }
    Processes.kill(List.of(victim));
    return Blow.hit(began, "");
  }

  private Blow freeze(ProcessHandle victim, Duration span) {
    boolean zombie = strike.cell().equals(new Cell(Target.TASK_MANAGER, Fault.LONG_FREEZE));
    AtomicBoolean givenUp = new AtomicBoolean();
    boolean stood =
        Suspended.during(
            List.of(victim),
            () -> {
              endsWithin(victim, span);
              givenUp.set(zombie && victims.aTaskManagerIsMissed());
            });
    long end = System.currentTimeMillis();
    if (!stood) {
      return Blow.missed(end, "it did not stand still");
    }
    return zombie && !givenUp.get()
        ? Blow.missed(end, "Flink had not given it up")
        : Blow.hit(end, "");
  }

  /** A frozen process cannot end; this waits for just that until the span is over. */
  static void endsWithin(ProcessHandle victim, Duration span) {
    try {
      boolean unused = Processes.endsWithin(victim, span);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isBack() {
    return victims.areBack(strike.cell().target(), before);
  }
}
