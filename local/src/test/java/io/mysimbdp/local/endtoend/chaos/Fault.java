package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is done to a target. */
enum Fault {
  /** SIGKILL: it has no time for anything. */
  KILL,
  /** SIGTERM: it ends in an orderly way. */
  STOP,
  /** SIGSTOP, and SIGCONT before anybody has given it up. */
  FREEZE,
  /** SIGSTOP, and SIGCONT when others have taken it for dead: it comes back as a zombie. */
  LONG_FREEZE,
  /** A tenant is taken off with a savepoint, and goes on from it with another parallelism. */
  RESCALE,
  /** The same, with the same parallelism. */
  UPGRADE,
  /** Every TaskManager is killed while the savepoint is made, so that there is none. */
  BROKEN_RESCALE,
  /** No space is left on it for a while. */
  FULL;

  private static final Duration BRIEF = Duration.ofSeconds(5);

  /** How long a process stands still; zero if that is not what is done. */
  Duration span(Target target) {
    return switch (this) {
      case KILL, STOP, RESCALE, UPGRADE, BROKEN_RESCALE, FULL -> Duration.ZERO;
      case FREEZE -> BRIEF;
      case LONG_FREEZE -> target.beyondTimeouts();
    };
  }

  /** What it can be done to. */
  Set<Target> targets() {
    return switch (this) {
      case KILL, STOP, FREEZE, LONG_FREEZE -> EnumSet.range(Target.TASK_MANAGER, Target.EMULATOR);
      case RESCALE, UPGRADE, BROKEN_RESCALE -> EnumSet.of(Target.JOBS);
      case FULL -> EnumSet.of(Target.CHECKPOINT_DISK);
    };
  }

  /** Whether it takes so long that the short form leaves it out. */
  boolean takesLong() {
    return this == LONG_FREEZE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
