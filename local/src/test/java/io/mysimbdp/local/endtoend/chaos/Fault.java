package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.Locale;

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

  /** Whether it is done to this target. */
  boolean suits(Target target) {
    return switch (this) {
      case KILL -> true;
      case STOP -> target != Target.SEVERAL;
      case FREEZE, LONG_FREEZE -> target != Target.LOADER;
      case KILL_AMONG_FROZEN -> target == Target.SEVERAL;
      case KILL_AT_MARKERS -> target == Target.TASK_MANAGER;
      case KILL_BEFORE_BATCH -> target == Target.TASK_MANAGER || target == Target.TRIGGER;
      case KILL_IN_GOLD_WRITE ->
          switch (target) {
            case TASK_MANAGER, JOB_MANAGER, CASSANDRA, TRIGGER -> true;
            case BROKER, EMULATOR, LOADER, SEVERAL -> false;
          };
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
