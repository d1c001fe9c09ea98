package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.EnumSet;
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
  LONG_FREEZE;

  private static final Duration BRIEF = Duration.ofSeconds(5);

  /** How long the target stands still; zero if it ends instead. */
  Duration span(Target target) {
    return switch (this) {
      case KILL, STOP -> Duration.ZERO;
      case FREEZE -> BRIEF;
      case LONG_FREEZE -> target.beyondTimeouts();
    };
  }

  /** What it can be done to. */
  Set<Target> targets() {
    return switch (this) {
      case KILL, STOP, FREEZE, LONG_FREEZE -> EnumSet.range(Target.TASK_MANAGER, Target.EMULATOR);
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
