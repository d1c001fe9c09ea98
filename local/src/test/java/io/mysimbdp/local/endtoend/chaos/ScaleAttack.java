package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A tenant is taken off and put back by the command line while it is fed, with another parallelism
 * or the same: its jobs go on under new ids from the savepoint with which they were stopped. Or all
 * TaskManagers are killed while that savepoint is made; then they go on from a checkpoint.
 */
final class ScaleAttack implements Attack {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration RESTORED_WITHIN = Duration.ofMinutes(2);

  private static final Duration SWIFTLY = Duration.ofMillis(20);

  private static final int MOST = 3;

  /** The stream job, the loader and a batch run. */
  private static final int JOBS = 3;

  private final Stack stack;
  private final List<Tenant> tenants;
  private final Strike strike;
  private final FlinkJobs flink;
  private Tenant hit;

  /** What can be done to a tenant without another one's jobs, batch runs too, lacking slots. */
  private record Change(Tenant tenant, int from, int to) {}

  ScaleAttack(Stack stack, List<Tenant> tenants, Strike strike) {
    this.stack = stack;
    this.tenants = List.copyOf(tenants);
    this.strike = strike;
    this.flink = new FlinkJobs(stack.flink());
  }

  @Override
  public boolean ready() {
    return !changes().isEmpty();
  }

  private List<Change> changes() {
    Map<Tenant, Integer> now = new HashMap<>();
    for (Tenant tenant : tenants) {
      List<String> ids = flink.running(Names.streamJob(tenant));
      if (ids.size() != 1) {
        return List.of();
      }
      now.put(tenant, parallelism(ids.get(0)));
    }
    int slots = flink.get("/overview").path("slots-total").asInt();
    int taken = now.values().stream().mapToInt(each -> JOBS * each).sum();
    List<Change> changes = new ArrayList<>();
    for (Tenant tenant : tenants) {
      int from = now.get(tenant);
      for (int to = 1; to <= MOST; to++) {
        boolean wanted = (to == from) == (strike.cell().fault() == Fault.UPGRADE);
        if (wanted && taken + JOBS * (to - from) <= slots) {
          changes.add(new Change(tenant, from, to));
        }
      }
    }
    return changes;
  }

  private int parallelism(String job) {
    int most = 0;
    for (JsonNode vertex : flink.get("/jobs/" + job).path("vertices")) {
      most = Math.max(most, vertex.path("parallelism").asInt());
    }
    return most;
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    List<Change> changes = changes();
    if (changes.isEmpty()) {
      return Blow.missed(began, "the jobs were gone already");
    }
    Change change = changes.get(strike.pick() % changes.size());
    hit = change.tenant();
    String what = "%s, parallelism %d to %d".formatted(hit.name(), change.from(), change.to());
    boolean broken = strike.cell().fault() == Fault.BROKEN_RESCALE;
    List<String> before = jobs();
    if (before.size() != 2) {
      return Blow.missed(began, what + ": not both jobs ran");
    }
    boolean killed = false;
    if (broken) {
      killed = breakSavepoint();
    } else {
      undeploy().await(PATIENCE).succeeded();
    }
    awaitSlots(JOBS * change.to());
    stack
        .mysimbdp(PATIENCE, "deploy", hit.name(), "--parallelism", Integer.toString(change.to()))
        .succeeded();
    List<Boolean> bySavepoint;
    try {
      bySavepoint =
          await()
              .atMost(RESTORED_WITHIN)
              .until(() -> restored(before), restored -> restored.size() == before.size());
      await()
          .atMost(RESTORED_WITHIN)
          .until(() -> jobs().stream().allMatch(job -> parallelism(job) == change.to()));
    } catch (ConditionTimeoutException e) {
      return Blow.broken(
          began, what + ": not restored with that parallelism within " + RESTORED_WITHIN);
    }
    if (broken) {
      return killed && !bySavepoint.get(0)
          ? Blow.hit(began, what)
          : Blow.missed(began, what + ": the savepoint was made all the same");
    }
    return bySavepoint.contains(false)
        ? Blow.missed(began, what + ": a savepoint failed")
        : Blow.hit(began, what);
  }

  /** The ids of the stream job and the loader, as far as they run. */
  private List<String> jobs() {
    return Stream.of(Names.streamJob(hit), Names.loaderJob(hit))
        .flatMap(name -> flink.running(name).stream())
        .toList();
  }

  /** Of the jobs that are new and were restored: whether it was from a savepoint. */
  private List<Boolean> restored(List<String> before) {
    List<Boolean> bySavepoint = new ArrayList<>();
    for (String job : jobs()) {
      if (!before.contains(job)) {
        // Flink calls a checkpoint a savepoint too if a new job is told to begin with it.
        flink.restoredFrom(job).ifPresent(path -> bySavepoint.add(path.contains("/savepoint-")));
      }
    }
    return bySavepoint;
  }

  private CommandLine.Running undeploy() {
    return stack.commands().start("undeploy", hit.name());
  }

  /**
   * Takes the tenant off, and kills the TaskManagers when the savepoint of its stream job has been
   * begun. The network to the broker is cut meanwhile, so that no sink can flush.
   *
   * @return whether they were killed
   */
  private boolean breakSavepoint() throws InterruptedException {
    Savepoints savepoints =
        new Savepoints(CheckpointDisk.directory(stack).resolve(Names.streamJob(hit)));
    CommandLine.Running undeploy;
    boolean underWay;
    stack.links().kafka().cut();
    try {
      undeploy = undeploy();
      await()
          .atMost(PATIENCE)
          .pollInterval(SWIFTLY)
          .until(() -> savepoints.anyNewUnderWay() || !undeploy.process().isAlive());
      underWay = undeploy.process().isAlive();
      if (underWay) {
        new TaskManagers(stack).kill();
      }
    } finally {
      stack.links().kafka().heal();
    }
    undeploy.await(PATIENCE).succeeded();
    return underWay;
  }

  /**
   * TaskManagers that were killed are on their way back, and the other tenants' jobs are the first
   * to want their slots.
   */
  private void awaitSlots(int needed) {
    await().atMost(PATIENCE).until(() -> othersHaveTheirs() && freeSlots() >= needed);
  }

  private int freeSlots() {
    return flink.get("/overview").path("slots-available").asInt();
  }

  private boolean othersHaveTheirs() {
    for (JsonNode job : flink.get("/jobs/overview").path("jobs")) {
      JsonNode tasks = job.path("tasks");
      boolean ended = job.path("end-time").asLong() > 0;
      int there = tasks.path("running").asInt() + tasks.path("finished").asInt();
      if (!ended && there < tasks.path("total").asInt()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isBack() {
    return hit == null
        || (jobs().size() == 2 && !stack.processes("trigger-" + hit.name()).isEmpty());
  }
}
