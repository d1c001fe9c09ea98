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

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
