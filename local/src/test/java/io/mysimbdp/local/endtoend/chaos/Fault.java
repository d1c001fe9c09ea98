package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is done to a process, or to the network. */
enum Fault {
  /** SIGKILL: it has no time for anything. */
  KILL,
  /** SIGTERM: it ends in an orderly way. */
  STOP,
  /** SIGSTOP, and SIGCONT before anybody has given it up. */
  FREEZE,
  /** SIGSTOP, and SIGCONT when others have taken it for dead: it comes back as a zombie. */
  LONG_FREEZE,
  /** Nothing passes, and new connections are broken off; then what was sent arrives. */
  CUT,
  /** The same until everybody has given up: requests arrive that nobody waits for any more. */
  LONG_CUT,
  /** Everything takes 400 ms longer, each way. */
  DELAY,
  /** All connections are broken off (RST). */
  RESET,
  /** SIGKILL while a checkpoint of a stream job is under way that cannot complete. */
  KILL_IN_CHECKPOINT,
  /** SIGKILL with a complete checkpoint, one of whose transactions nobody told the broker of. */
  KILL_BEFORE_COMMIT,
  /** SIGKILL when the broker has committed, and the job does not know. */
  KILL_IN_COMMIT;

  private static final Duration BRIEF = Duration.ofSeconds(5);
  private static final Duration SLOW = Duration.ofSeconds(10);

  /** How long the target stands still, or is disturbed; zero if that takes no time. */
  Duration span(Target target) {
    return switch (this) {
      case KILL, STOP, RESET, KILL_IN_CHECKPOINT, KILL_BEFORE_COMMIT, KILL_IN_COMMIT ->
          Duration.ZERO;
      case FREEZE, CUT -> BRIEF;
      case DELAY -> SLOW;
      case LONG_FREEZE, LONG_CUT -> target.beyondTimeouts();
    };
  }

  /** What it can be done to. */
  Set<Target> targets() {
    return switch (this) {
      case KILL, STOP, FREEZE, LONG_FREEZE -> EnumSet.range(Target.TASK_MANAGER, Target.EMULATOR);
      case CUT, LONG_CUT, DELAY, RESET -> EnumSet.of(Target.KAFKA_LINK, Target.CASSANDRA_LINK);
      case KILL_IN_CHECKPOINT, KILL_BEFORE_COMMIT, KILL_IN_COMMIT ->
          EnumSet.of(Target.TASK_MANAGER);
    };
  }

  /** Whether it takes so long that the short form leaves it out. */
  boolean takesLong() {
    return this == LONG_FREEZE || this == LONG_CUT;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
