package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes that can be hit.
 *
 * @param feeds whose emulators are among them
 */
record Victims(Stack stack, List<Tenant> tenants, List<Feed> feeds) {
  /** Those of a target that run now. */
  List<ProcessHandle> of(Target target) {
    return target == Target.EMULATOR
        ? feeds.stream().flatMap(feed -> feed.emulator().stream()).toList()
        : stack.processes(target.server());
  }

  /** Those of them that have something to do: a TaskManager without tasks would not be missed. */
  List<ProcessHandle> atWork(Target target) {
    return switch (target) {
      case TASK_MANAGER ->
          taskManagers(
              tenants.stream()
                  .flatMap(tenant -> Stream.of(Names.streamJob(tenant), Names.loaderJob(tenant))));
      case EMULATOR ->
          feeds.stream().filter(Feed::isSending).flatMap(feed -> feed.emulator().stream()).toList();
      default -> of(target);
    };
  }

  /** Those of them that are at work on what was seen. */
  List<ProcessHandle> atWorkOn(Target target, Sight sight) {
    return switch (target) {
      case TASK_MANAGER -> taskManagers(Stream.of(sight.job()));
      case TRIGGER -> stack.processes(target.server() + sight.tenant().name());
      default -> of(target);
    };
  }

  /** Whether Flink has given up a TaskManager that is there. */
  boolean aTaskManagerIsMissed() {
    return new FlinkJobs(stack.flink()).taskManagers() < stack.taskManagers().size();
  }

  private List<ProcessHandle> taskManagers(Stream<String> jobs) {
    FlinkJobs flink = new FlinkJobs(stack.flink());
    return jobs.flatMap(job -> flink.running(job).stream())
        .flatMap(id -> flink.taskManagers(id).stream())
        .distinct()
        .sorted()
        .flatMap(name -> stack.processes(name).stream())
        .toList();
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
