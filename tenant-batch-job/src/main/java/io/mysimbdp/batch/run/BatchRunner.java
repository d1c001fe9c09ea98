package io.mysimbdp.batch.run;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.batch.flink.JarRun;
import io.mysimbdp.batch.flink.JobState;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.GoldUpkeep;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees a batch run through: recorded once, each attempt submitted once, watched, repeated if it
 * failed, stale gold removed, the end recorded. Any number of processes may see the same run
 * through at the same time, and each may be killed between any two steps: all of them go by what
 * coredms and Flink say, and every step may be done again.
 */
public final class BatchRunner {
  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
  private static final Duration POLL = Duration.ofMillis(250);

  /** Flink refuses a second submission a little before it shows the first. */
  private static final Duration APPEARS = Duration.ofSeconds(20);

  private final Tenant tenant;
  private final BatchTarget target;
  private final BatchListener listener;
  private final BatchRunStore runs;
  private final RunEnd end;
  private final Clock clock;

  /** By run, when the first failure was seen here. */
  private final Map<String, Instant> failing = new HashMap<>();

  public BatchRunner(
      CqlSession session, Tenant tenant, BatchTarget target, BatchListener listener) {
    this(session, tenant, target, listener, Clock.systemUTC());
  }

  /** On a machine with this clock. */
  public BatchRunner(
      CqlSession session, Tenant tenant, BatchTarget target, BatchListener listener, Clock clock) {
    this.tenant = tenant;
    this.target = target;
    this.listener = listener;
    this.runs = new BatchRunStore(session, clock);
    this.end = new RunEnd(tenant, runs, new GoldUpkeep(session));
    this.clock = clock;
  }

  /**
   * Starts the run unless it was started, and returns it once it has ended. Runs of one tenant go
   * one after the other, as two may form the same period: what was started before is seen through
   * first, also if the process that started it is gone.
   *
   * @param run unique within the tenant; a run of this name that has ended is returned as it is
   */
  public BatchRunRecord run(String run, Interval interval) throws InterruptedException {
    BatchRunRecord record = runs.start(tenant.name(), run, interval);
    listener.reached(BatchStep.RUN_RECORDED, record);
    while (record.state() == BatchRunRecord.State.STARTED) {
      BatchRunRecord next = runs.next(tenant.name()).orElse(record);
      attempt(next, next.run().equals(run) ? listener : waitingFor(next, record));
      record = runs.find(tenant.name(), run).orElseThrow();
    }
    listener.reached(BatchStep.END_RECORDED, record);
    return record;
  }

  /** Says while another run is seen through that this one waits for it. */
  private BatchListener waitingFor(BatchRunRecord earlier, BatchRunRecord run) {
    LOG.info("batch run {} waits for {}, which was started before", run.run(), earlier.run());
    return new BatchListener() {
      @Override
      public void reached(BatchStep step, BatchRunRecord other) {}

      @Override
      public void waiting(BatchRunRecord other, String reason) {
        listener.waiting(run, "batch run %s comes first: %s".formatted(other.run(), reason));
      }
    };
  }

  private void attempt(BatchRunRecord run, BatchListener listening) throws InterruptedException {
    String jobId = JobIds.of(run);
    FlinkRest flink = target.flink();
    Optional<String> refusal = Optional.empty();
    try {
      if (flink.job(jobId).isEmpty()) {
        refusal = submit(flink, run, jobId);
        listening.reached(BatchStep.JOB_SUBMITTED, run);
      }
      Optional<JobState> job =
          refusal.isPresent() ? Optional.empty() : awaitEnd(flink, jobId, run, listening);
      listening.reached(BatchStep.JOB_ENDED, run);
      if (job.filter(JobState::finished).isPresent()) {
        finish(flink.accumulators(jobId), run, jobId, listening);
      } else {
        giveUpOrRetry(run, refusal.orElseGet(() -> failure(flink, jobId, job)), listening);
      }
    } catch (FlinkException e) {
      if (e.kind() != FlinkException.Kind.UNREACHABLE) {
        throw e;
      }
      LOG.warn("batch run {} waits: {}", run.run(), e.getMessage());
      listening.waiting(run, e.getMessage());
      TimeUnit.MILLISECONDS.sleep(4 * POLL.toMillis());
    }
  }

  /** Submits the attempt; returns why Flink refused it, if it did. */
  private Optional<String> submit(FlinkRest flink, BatchRunRecord run, String jobId) {
    Interval interval = run.interval();
    List<String> arguments = new ArrayList<>(target.arguments());
    arguments.addAll(List.of("--after", Instant.ofEpochMilli(interval.after()).toString()));
    arguments.addAll(List.of("--upto", Instant.ofEpochMilli(interval.upto()).toString()));
    arguments.addAll(
        List.of("--instants-from", Instant.ofEpochMilli(interval.instantsFrom()).toString()));
    arguments.addAll(
        List.of("--instants-to", Instant.ofEpochMilli(interval.instantsTo()).toString()));
    arguments.addAll(List.of("--run", run.run(), "--attempt", Integer.toString(run.attempt())));
    arguments.addAll(List.of("--write-time", Long.toString(run.writeTime())));
    try {
      flink.run(
          target.jar().id(flink), JarRun.of(arguments, jobId, tenant.agreement().parallelism()));
      return Optional.empty();
    } catch (FlinkException e) {
      return switch (e.kind()) {
        case DUPLICATE_JOB -> Optional.empty(); // another process was faster
        case REFUSED -> Optional.of(e.getMessage());
        case UNREACHABLE -> throw e;
      };
    }
  }

  /** The job once it has ended; empty if Flink does not know it any more. */
  private Optional<JobState> awaitEnd(
      FlinkRest flink, String jobId, BatchRunRecord run, BatchListener listening)
      throws InterruptedException {
    long appears = System.nanoTime() + APPEARS.toNanos();
    boolean seen = false;
    while (true) {
      Optional<JobState> job = flink.job(jobId);
      seen |= job.isPresent();
      if (job.filter(JobState::ended).isPresent()) {
        return job;
      }
      if (job.isEmpty() && (seen || System.nanoTime() > appears)) {
        return job;
      }
      listening.waiting(run, "batch job " + job.map(JobState::state).orElse("not there yet"));
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    }
  }

  private static String failure(FlinkRest flink, String jobId, Optional<JobState> job) {
    return job.map(
            state ->
                "job %s is %s: %s"
                    .formatted(
                        jobId, state.state(), flink.rootException(jobId).orElse("no cause given")))
        .orElse("Flink has forgotten job " + jobId + ", so how it ended is not known");
  }

  private void finish(
      Map<String, Long> counters, BatchRunRecord run, String jobId, BatchListener listening)
      throws InterruptedException {
    if (!end.record(run, counters, listening)) {
      String error =
          "Flink knows that job %s has finished, but has forgotten what it counted"
              .formatted(jobId);
      giveUpOrRetry(run, error, listening);
    }
  }

  private void giveUpOrRetry(BatchRunRecord run, String error, BatchListener listening)
      throws InterruptedException {
    Instant now = clock.instant();
    Duration sinceStart = Duration.between(run.started(), now);
    Instant first = failing.computeIfAbsent(run.run(), name -> now);
    Optional<Duration> pause =
        Backoff.after(run.attempt(), sinceStart, Duration.between(first, now));
    if (pause.isEmpty()) {
      LOG.error(
          "batch run {} is given up after {} attempts, {} h after its start: {}. Gold of its"
              + " interval is incomplete. Mend the cause and run the batch by hand",
          run.run(),
          run.attempt(),
          sinceStart.toHours(),
          error);
      runs.fail(run, error);
      return;
    }
    String news =
        "attempt %d failed, the next follows in %d s: %s"
            .formatted(run.attempt(), pause.get().toSeconds(), error);
    LOG.warn("batch run {}: {}", run.run(), news);
    runs.retry(run, error);
    listening.waiting(run, news);
    TimeUnit.MILLISECONDS.sleep(pause.get().toMillis());
  }
}
