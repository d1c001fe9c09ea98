package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A tenant's loader is hit: a TaskManager in which its tasks run is killed, or, as Flink has no way
 * to make a job fail, its job is cancelled as somebody might by mistake in the web UI. Then what
 * keeps deployed tenants running has to start it anew from its newest checkpoint.
 */
final class LoaderAttack implements Attack {
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

  private final Stack stack;
  private final FlinkJobs flink;
  private final Strike strike;
  private final String loader;
  private final int taskManagers;
  private List<String> cancelled = List.of();

  LoaderAttack(Scene scene, Strike strike) {
    this.stack = scene.stack();
    this.flink = new FlinkJobs(stack.flink());
    this.strike = strike;
    Tenant tenant = scene.tenants().get(strike.pick() % scene.tenants().size());
    this.loader = Names.loaderJob(tenant);
    this.taskManagers = stack.taskManagers().size();
  }

  @Override
  public boolean ready() {
    return !flink.running(loader).isEmpty();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    List<String> running = flink.running(loader);
    if (running.isEmpty()) {
      return Blow.missed(began, loader + " did not run");
    }
    return strike.cell().fault() == Fault.KILL ? kill(running.get(0)) : cancel(running);
  }

  private Blow kill(String job) throws InterruptedException {
    List<String> holding = flink.taskManagers(job);
    long began = System.currentTimeMillis();
    if (holding.isEmpty()) {
      return Blow.missed(began, "no task of " + loader + " runs");
    }
    String name = holding.get(strike.pick() % holding.size());
    List<ProcessHandle> process = stack.processes(name);
    if (process.isEmpty()) {
      return Blow.missed(began, name + " was gone already");
    }
    Processes.kill(List.of(process.get(0)));
    return Blow.hit(
        began,
        "%s, with tasks of %s, one of %d TaskManagers".formatted(name, loader, taskManagers));
  }

  private Blow cancel(List<String> running) {
    long began = System.currentTimeMillis();
    flink.cancelAll(loader);
    try {
      await()
          .atMost(ENDS_WITHIN)
          .until(
              () -> flink.answers() && flink.running(loader).stream().noneMatch(running::contains));
    } catch (ConditionTimeoutException e) {
      return Blow.missed(began, loader + " was not cancelled within " + ENDS_WITHIN);
    }
    cancelled = running;
    return Blow.hit(began, loader + " cancelled");
  }

  @Override
  public boolean isBack() {
    return stack.taskManagers().size() >= taskManagers
        && flink.running(loader).stream()
            .filter(job -> !cancelled.contains(job))
            .anyMatch(job -> cancelled.isEmpty() || flink.restoredFrom(job).isPresent());
  }
}
