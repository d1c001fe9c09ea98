package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notes the batch jobs that Flink has, all the time: a JobManager that dies forgets those that have
 * ended. Their names say run and attempt, so there must never be two of one name.
 */
final class BatchJobs implements AutoCloseable {
  private static final long LOOK_EVERY_MS = 1_000;

  private final FlinkJobs flink;
  private final List<String> beginnings;
  private final long since = System.currentTimeMillis();
  private final Map<String, Set<String>> idsByName = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "batch-jobs");
            thread.setDaemon(true);
            return thread;
          });

  private BatchJobs(FlinkJobs flink, List<String> beginnings) {
    this.flink = flink;
    this.beginnings = beginnings;
  }

  /** Begins to look at those of these tenants; earlier ones are of an earlier deployment. */
  static BatchJobs watch(Stack stack, List<Tenant> tenants) {
    BatchJobs jobs =
        new BatchJobs(
            new FlinkJobs(stack.flink()), tenants.stream().map(Names::batchJobs).toList());
    var unused =
        jobs.looking.scheduleWithFixedDelay(jobs::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    return jobs;
  }

  private void look() {
    for (FlinkJobs.Named job : flink.begunSince(since)) {
      if (beginnings.stream().anyMatch(job.name()::startsWith)) {
        idsByName.computeIfAbsent(job.name(), name -> new ConcurrentSkipListSet<>()).add(job.id());
      }
    }
  }

  /** One entry for all tenants; that none was ever seen is a finding too. */
  Comparison compare() {
    StringBuilder text = new StringBuilder(idsByName.isEmpty() ? "no batch job was seen" : "");
    long again = 0;
    for (Map.Entry<String, Set<String>> job : new TreeMap<>(idsByName).entrySet()) {
      if (job.getValue().size() > 1) {
        again += job.getValue().size() - 1;
        text.append("%s: jobs %s\n".formatted(job.getKey(), job.getValue()));
      }
    }
    return new Comparison(
        "batch jobs, one an attempt", idsByName.size(), 0, again, 0, text.toString());
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
