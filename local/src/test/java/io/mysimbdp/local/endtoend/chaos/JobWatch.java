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
import java.util.concurrent.atomic.AtomicLong;

/**
 * Notes the jobs that Flink has, all the time: a JobManager that dies forgets those that have
 * ended. The names of batch jobs say run and attempt, so there must never be two of one name; of
 * stream jobs and loaders there must never be two at once.
 */
final class JobWatch implements AutoCloseable {
  private static final long LOOK_EVERY_MS = 1_000;

  private final FlinkJobs flink;
  private final List<String> batchJobs;
  private final long since = System.currentTimeMillis();
  private final Map<String, Set<String>> idsByName = new ConcurrentHashMap<>();
  private final Set<String> twice = new ConcurrentSkipListSet<>();
  private final AtomicLong looks = new AtomicLong();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "job-watch");
            thread.setDaemon(true);
            return thread;
          });

  private JobWatch(FlinkJobs flink, List<String> batchJobs) {
    this.flink = flink;
    this.batchJobs = batchJobs;
  }

  /** Begins to look at those of these tenants; earlier ones are of an earlier deployment. */
  static JobWatch over(Stack stack, List<Tenant> tenants) {
    JobWatch jobs =
        new JobWatch(new FlinkJobs(stack.flink()), tenants.stream().map(Names::batchJobs).toList());
    var unused =
        jobs.looking.scheduleWithFixedDelay(jobs::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    return jobs;
  }

  private void look() {
    for (FlinkJobs.Named job : flink.begunSince(since)) {
      if (batchJobs.stream().anyMatch(job.name()::startsWith)) {
        idsByName.computeIfAbsent(job.name(), name -> new ConcurrentSkipListSet<>()).add(job.id());
      }
    }
    twice.addAll(flink.underWayTwice());
    looks.incrementAndGet();
  }

  /** For all tenants; that no batch job was ever seen is a finding too. */
  List<Comparison> compare() {
    return List.of(
        oneAnAttempt(),
        new Comparison(
            "no job twice at the same time",
            looks.get(),
            0,
            twice.size(),
            0,
            String.join("\n", twice)));
  }

  private Comparison oneAnAttempt() {
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
