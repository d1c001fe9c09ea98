package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
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
  KILL_IN_COMMIT,
  /** One of several gets SIGKILL while the others are frozen. */
  KILL_AMONG_FROZEN,
  /** SIGKILL when a dataset is closed in a raw partition and not complete. */
  KILL_AT_MARKERS,
  /** SIGKILL when a dataset is complete and its batch run is not recorded. */
  KILL_BEFORE_BATCH,
  /** SIGKILL when a batch job has written gold and its run has not ended. */
  KILL_IN_GOLD_WRITE,
  /** A tenant is taken off with a savepoint, and goes on from it with another parallelism. */
  RESCALE,
  /** The same, with the same parallelism. */
  UPGRADE,
  /** Every TaskManager is killed while the savepoint is made, so that there is none. */
  BROKEN_RESCALE,
  /** No space is left on it for a while. */
  FULL;

  private static final Duration BRIEF = Duration.ofSeconds(5);
  private static final Duration SLOW = Duration.ofSeconds(10);

  /** How long the target stands still, or is disturbed; zero if that takes no time. */
  Duration span(Target target) {
    return switch (this) {
      case KILL,
          STOP,
          RESET,
          KILL_IN_CHECKPOINT,
          KILL_BEFORE_COMMIT,
          KILL_IN_COMMIT,
          KILL_AT_MARKERS,
          KILL_BEFORE_BATCH,
          KILL_IN_GOLD_WRITE,
          RESCALE,
          UPGRADE,
          BROKEN_RESCALE,
          FULL ->
          Duration.ZERO;
      case FREEZE, CUT, KILL_AMONG_FROZEN -> BRIEF;
      case DELAY -> SLOW;
      case LONG_FREEZE, LONG_CUT -> target.beyondTimeouts();
    };
  }

  /** What it can be done to. */
  Set<Target> targets() {
    return switch (this) {
      case KILL -> with(Target.LOADER, Target.SEVERAL);
      case STOP -> with(Target.LOADER);
      case FREEZE, LONG_FREEZE -> with(Target.SEVERAL);
      case CUT, LONG_CUT, DELAY, RESET -> EnumSet.of(Target.KAFKA_LINK, Target.CASSANDRA_LINK);
      case KILL_IN_CHECKPOINT, KILL_BEFORE_COMMIT, KILL_IN_COMMIT ->
          EnumSet.of(Target.TASK_MANAGER);
      case KILL_AMONG_FROZEN -> EnumSet.of(Target.SEVERAL);
      case KILL_AT_MARKERS -> EnumSet.of(Target.TASK_MANAGER);
      case KILL_BEFORE_BATCH -> EnumSet.of(Target.TASK_MANAGER, Target.TRIGGER);
      case KILL_IN_GOLD_WRITE ->
          EnumSet.of(Target.TASK_MANAGER, Target.JOB_MANAGER, Target.CASSANDRA, Target.TRIGGER);
      case RESCALE, UPGRADE, BROKEN_RESCALE -> EnumSet.of(Target.JOBS);
      case FULL -> EnumSet.of(Target.CHECKPOINT_DISK);
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
      case LONG_FREEZE,
          LONG_CUT,
          KILL_AT_MARKERS,
          KILL_BEFORE_BATCH,
          KILL_IN_GOLD_WRITE,
          BROKEN_RESCALE ->
          true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
