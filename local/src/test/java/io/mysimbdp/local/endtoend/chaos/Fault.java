package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is done to a process. */
enum Fault {
  /** SIGKILL: it has no time for anything. */
  KILL,
  /** SIGTERM: it ends in an orderly way. */
  STOP,
  /** SIGSTOP, and SIGCONT before anybody has given it up. */
  FREEZE,
  /** SIGSTOP, and SIGCONT when others have taken it for dead: it comes back as a zombie. */
  LONG_FREEZE,
  /** One of several gets SIGKILL while the others are frozen. */
  KILL_AMONG_FROZEN,
  /** SIGKILL when a dataset is closed in a raw partition and not complete. */
  KILL_AT_MARKERS,
  /** SIGKILL when a dataset is complete and its batch run is not recorded. */
  KILL_BEFORE_BATCH,
  /** SIGKILL when a batch job has written gold and its run has not ended. */
  KILL_IN_GOLD_WRITE;

  private static final Duration BRIEF = Duration.ofSeconds(5);

  /** How long the target stands still; zero if it ends instead. */
  Duration span(Target target) {
    return switch (this) {
      case KILL, STOP, KILL_AT_MARKERS, KILL_BEFORE_BATCH, KILL_IN_GOLD_WRITE -> Duration.ZERO;
      case FREEZE, KILL_AMONG_FROZEN -> BRIEF;
      case LONG_FREEZE -> target.beyondTimeouts();
    };
  }

  /** What it can be done to. */
  Set<Target> targets() {
    return switch (this) {
      case KILL -> with(Target.LOADER, Target.SEVERAL);
      case STOP -> with(Target.LOADER);
      case FREEZE, LONG_FREEZE -> with(Target.SEVERAL);
      case KILL_AMONG_FROZEN -> EnumSet.of(Target.SEVERAL);
      case KILL_AT_MARKERS -> EnumSet.of(Target.TASK_MANAGER);
      case KILL_BEFORE_BATCH -> EnumSet.of(Target.TASK_MANAGER, Target.TRIGGER);
      case KILL_IN_GOLD_WRITE ->
          EnumSet.of(Target.TASK_MANAGER, Target.JOB_MANAGER, Target.CASSANDRA, Target.TRIGGER);
    };
  }

  /** Every single process, and these. */
  private static Set<Target> with(Target... more) {
    Set<Target> targets = EnumSet.range(Target.TASK_MANAGER, Target.EMULATOR);
    targets.addAll(List.of(more));
    return targets;
  }

  /** Whether it takes, or waits, so long that the short form leaves it out. */
  boolean takesLong() {
    return switch (this) {
      case LONG_FREEZE, KILL_AT_MARKERS, KILL_BEFORE_BATCH, KILL_IN_GOLD_WRITE -> true;
      case KILL, STOP, FREEZE, KILL_AMONG_FROZEN -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
