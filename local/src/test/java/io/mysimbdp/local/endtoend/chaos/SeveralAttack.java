package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Suspended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Processes of two or three different targets, drawn by the strike's pick, are hit at once. */
final class SeveralAttack implements Attack {
  private static final List<Target> AMONG =
      List.of(
          Target.TASK_MANAGER,
          Target.JOB_MANAGER,
          Target.BROKER,
          Target.CASSANDRA,
          Target.TRIGGER,
          Target.EMULATOR);

  private final Victims victims;
  private final Strike strike;
  private final List<Target> drawn;
  private final Map<Target, Integer> before = new EnumMap<>(Target.class);

  SeveralAttack(Victims victims, Strike strike) {
    this.victims = victims;
    this.strike = strike;
    this.drawn = drawn(strike.pick());
    drawn.forEach(target -> before.put(target, victims.of(target).size()));
  }

  /** Which targets it hits; the same for the same pick. */
  static List<Target> drawn(int pick) {
    Random random = new Random(pick);
    List<Target> shuffled = new ArrayList<>(AMONG);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, 2 + random.nextInt(2)));
  }

  @Override
  public boolean ready() {
    return drawn.stream().noneMatch(target -> victims.atWork(target).isEmpty());
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    List<ProcessHandle> processes = new ArrayList<>();
    for (Target target : drawn) {
      List<ProcessHandle> there = victims.atWork(target);
      if (there.isEmpty()) {
        return Blow.missed(began, "the " + target + " was gone already");
      }
      processes.add(there.get(strike.pick() % there.size()));
    }
    return switch (strike.cell().fault()) {
      case KILL -> {
        Processes.kill(processes);
        yield Blow.hit(began, names(drawn));
      }
      case KILL_AMONG_FROZEN ->
          freeze(
              processes.subList(1, processes.size()),
              processes.subList(0, 1),
              "%s killed, %s frozen"
                  .formatted(drawn.get(0), names(drawn.subList(1, drawn.size()))));
      default -> freeze(processes, List.of(), names(drawn));
    };
  }

  private Blow freeze(List<ProcessHandle> frozen, List<ProcessHandle> killed, String note)
      throws InterruptedException {
    AtomicBoolean givenUp = new AtomicBoolean();
    boolean stood =
        Suspended.during(
            frozen,
            () -> {
              killed.forEach(ProcessHandle::destroyForcibly);
              ProcessAttack.endsWithin(frozen.get(0), span());
              givenUp.set(!hasZombie() || victims.aTaskManagerIsMissed());
            });
    Processes.kill(killed);
    long end = System.currentTimeMillis();
    if (!stood) {
      return Blow.missed(end, note + ": not all stood still");
    }
    return givenUp.get()
        ? Blow.hit(end, note)
        : Blow.missed(end, note + ": Flink had not given up the task manager");
  }

  /** A JobManager that stands still too gives up nobody, and cannot be asked. */
  private boolean hasZombie() {
    return strike.cell().fault() == Fault.LONG_FREEZE
        && drawn.contains(Target.TASK_MANAGER)
        && !drawn.contains(Target.JOB_MANAGER);
  }

  /** As long as the slowest of them is waited for, if it is to be longer than that. */
  private Duration span() {
    return drawn.stream()
        .map(target -> strike.cell().fault().span(target))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  private static String names(List<Target> targets) {
    return targets.stream().map(Target::toString).collect(Collectors.joining(", "));
  }

  @Override
  public boolean isBack() {
    return drawn.stream().allMatch(target -> victims.areBack(target, before.get(target)));
  }
}
