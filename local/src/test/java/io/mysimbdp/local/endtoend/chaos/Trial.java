package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Duration;
import java.util.List;

/** A short run of the suite in which a certain kind of defect shows, if there is one. */
enum Trial {
  /** A TaskManager is killed while everybody is busy. */
  BUSY(Target.TASK_MANAGER, 1) {
    @Override
    Attack attack(Scene scene, Strike strike) {
      return scene.attack(strike);
    }
  },
  /** A TaskManager is killed when a dataset is completed, and that is not committed. */
  COMPLETING(Target.TASK_MANAGER, 2) {
    @Override
    Attack attack(Scene scene, Strike strike) {
      return scene.aimed(strike, () -> new WrittenCompletion(scene));
    }
  },
  /** A TaskManager is killed while nothing more comes in most partitions, as they are closed. */
  PARTLY_CLOSED(Target.TASK_MANAGER, 1) {
    @Override
    Attack attack(Scene scene, Strike strike) {
      return scene.attack(strike);
    }

    @Override
    Subject subject(Stack stack, ChaosOptions options) {
      return new PartlyClosed(stack, options, PATIENCE);
    }
  },
  /** The trigger is killed while its batch job is at work. */
  BATCH_AT_WORK(Target.TRIGGER, 1) {
    @Override
    Attack attack(Scene scene, Strike strike) {
      Tenant tenant = scene.tenants().get(0);
      return scene.aimed(
          strike, () -> new BatchAtWork(tenant, new FlinkJobs(scene.stack().flink())));
    }
  };

  /** What stands still shall be a finding, and not ten minutes of waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final long SEED = 1;

  private final Target target;
  private final int faults;

  Trial(Target target, int faults) {
    this.target = target;
    this.faults = faults;
  }

  abstract Attack attack(Scene scene, Strike strike);

  Subject subject(Stack stack, ChaosOptions options) {
    return new VmCpuSubject(stack, options, PATIENCE);
  }

  /**
   * Runs it on a stack of its own.
   *
   * @param transactional whether the build's sink has transactions to wait for
   */
  Report of(Build build, boolean transactional) throws InterruptedException {
    ChaosOptions options = new ChaosOptions(SEED, faults, List.of("vm-cpu"), false);
    try (Stack stack = Stack.up(build.project(), build.classPath());
        Subject subject = subject(stack, options)) {
      return new ChaosRun(
              stack,
              options,
              Plan.of(SEED, faults, List.of(new Cell(target, Fault.KILL))),
              new Manner(transactional, PATIENCE, this::attack),
              List.of(subject))
          .report();
    }
  }
}
