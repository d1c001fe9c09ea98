package io.mysimbdp.local.run;

import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.batch.flink.JobState;
import io.mysimbdp.batch.flink.Patience;
import io.mysimbdp.batch.trigger.TriggerListener;
import io.mysimbdp.batch.trigger.TriggerStep;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;

/**
 * Sees whether a run still gets anywhere. What counts is what is there to stay: records sent,
 * offsets that the jobs have committed, steps of the trigger. A job that fails and restarts over
 * and over moves none of these.
 */
final class Watch implements TriggerListener {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** For a batch run, whatever attempts it takes: its jobs show nothing until they have ended. */
  private static final Duration BATCH_PATIENCE = Duration.ofMinutes(30);

  private final FlinkRest flink;
  private final Admin admin;
  private final Tenant tenant;
  private final Map<String, String> jobs;
  private final Patience patience = new Patience();
  private final AtomicLong events = new AtomicLong();
  private final AtomicReference<String> waiting = new AtomicReference<>("the first records");
  private final StepsTaken steps = new StepsTaken();
  private Map<String, Object> last = Map.of();
  private long lastMoved = System.nanoTime();

  /**
   * @param jobs ids by name
   */
  Watch(FlinkRest flink, Admin admin, Tenant tenant, Map<String, String> jobs) {
    this.flink = flink;
    this.admin = admin;
    this.tenant = tenant;
    this.jobs = Map.copyOf(jobs);
  }

  /** Something has happened that cannot be seen on the servers. */
  void moved() {
    events.incrementAndGet();
  }

  @Override
  public void reached(TriggerStep step, String dataset) {
    if (steps.add(step, dataset)) {
      moved();
    }
  }

  @Override
  public void waiting(String dataset, String reason) {
    waiting.set(reason);
  }

  /** Fails if a job has ended, if nothing has moved for too long, or if Flink is gone. */
  void check() throws RunFailedException, InterruptedException {
    String troubles = "";
    try {
      for (Map.Entry<String, String> job : jobs.entrySet()) {
        requireAlive(job.getKey(), job.getValue());
      }
      patience.answered();
    } catch (FlinkException e) {
      requireNotGone(e);
      troubles = "; " + e.getMessage();
    }
    Map<String, Object> now = marks();
    if (!now.equals(last)) {
      last = now;
      lastMoved = System.nanoTime();
    }
    Duration atMost = steps.inBatch() ? BATCH_PATIENCE : PATIENCE;
    if (System.nanoTime() - lastMoved > atMost.toNanos()) {
      throw new RunFailedException(
          "nothing has moved for %d minutes, waiting for: %s%s%s"
              .formatted(atMost.toMinutes(), waiting.get(), troubles, exceptions()));
    }
  }

  /** A refusal may pass too; then it is for what moves to show it. */
  private void requireNotGone(FlinkException e) throws RunFailedException {
    if (e.kind() == FlinkException.Kind.UNREACHABLE) {
      try {
        patience.requireLeft(e);
      } catch (FlinkException gone) {
        throw new RunFailedException(gone.getMessage(), gone);
      }
    }
  }

  private void requireAlive(String name, String id) throws RunFailedException {
    Optional<JobState> job = flink.job(id);
    if (job.isEmpty()) {
      throw new RunFailedException(
          "Flink does not know job " + name + " any more; was the stack started again meanwhile?");
    }
    if (job.get().ended()) {
      throw new RunFailedException(
          "job %s is %s: %s"
              .formatted(
                  name,
                  job.get().state(),
                  flink.rootException(id).orElse("Flink gives no reason")));
    }
  }

  private String exceptions() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> job : jobs.entrySet()) {
      try {
        flink
            .rootException(job.getValue())
            .ifPresent(
                e -> text.append("; job ").append(job.getKey()).append(" failed by ").append(e));
      } catch (FlinkException e) {
        text.append("; ").append(e.getMessage());
      }
    }
    return text.toString();
  }

  private Map<String, Object> marks() throws InterruptedException {
    Map<String, Object> marks = new LinkedHashMap<>();
    marks.put("events", events.get());
    for (String group : new String[] {Names.streamJob(tenant), Names.loaderJob(tenant)}) {
      try {
        marks.put(
            group,
            admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(5, TimeUnit.SECONDS));
      } catch (ExecutionException | TimeoutException e) {
        // Then it is not seen to move.
        marks.put(group, last.getOrDefault(group, ""));
      }
    }
    return marks;
  }
}
