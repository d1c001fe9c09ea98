package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import java.util.List;

/**
 * The processes that can be hit.
 *
 * @param feeds whose emulators are among them
 */
record Victims(Stack stack, List<Feed> feeds) {
  /** Those of a target that run now. */
  List<ProcessHandle> of(Target target) {
    return target == Target.EMULATOR
        ? feeds.stream().flatMap(feed -> feed.emulator().stream()).toList()
        : stack.processes(target.server());
  }

  /**
   * Whether a target is there again, and answers if it is a server.
   *
   * @param before how many processes it had
   */
  boolean areBack(Target target, int before) {
    return of(target).size() >= Math.max(1, before)
        && switch (target) {
          case BROKER -> Reachable.is(stack.brokers());
          case CASSANDRA -> Reachable.is(stack.cassandra());
          case TASK_MANAGER,
              JOB_MANAGER,
              TRIGGER,
              EMULATOR,
              KAFKA_LINK,
              CASSANDRA_LINK,
              LOADER,
              SEVERAL,
              JOBS,
              CHECKPOINT_DISK ->
              true;
        };
  }
}
