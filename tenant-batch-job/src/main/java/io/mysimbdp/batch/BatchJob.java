package io.mysimbdp.batch;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.batch.gold.BatchPlan;
import io.mysimbdp.batch.gold.GoldPipeline;
import io.mysimbdp.batch.gold.TouchedDays;
import io.mysimbdp.batch.run.Intervals;
import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.Keyspaces;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.topics.TenantTopics;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Silver to gold: the main class that Flink's web UI runs, with {@code --tenant NAME --kafka
 * HOST:PORT --cassandra HOST:PORT}. Without an interval it takes all silver that there is. Runs
 * that the trigger starts are told their interval, name, attempt and write time.
 */
public final class BatchJob {
  @Mixin private BatchOptions options;

  @Option(names = "--after", description = "Windows that end after this instant (ISO-8601).")
  private Instant after;

  @Option(names = "--upto", description = "Windows that end at this instant or before.")
  private Instant upto;

  @Option(names = "--instants-from", description = "Rows without a window: from; default: after.")
  private Instant instantsFrom;

  @Option(names = "--instants-to", description = "Rows without a window: before; default: upto.")
  private Instant instantsTo;

  @Option(
      names = "--run",
      defaultValue = "by-hand",
      description = "The run's name, unique in the tenant.")
  private String run;

  @Option(names = "--attempt", defaultValue = "1", description = "Which attempt at the run it is.")
  private int attempt;

  @Option(
      names = "--write-time",
      description =
          "Microseconds since the epoch of all gold rows in coredms; default: now, or"
              + " right after the latest that was taken before.")
  private Long writeTime;

  private BatchJob() {}

  /** Submits the job. */
  public static void main(String... args) throws Exception {
    BatchJob job = new BatchJob();
    BatchOptions.parse(job, args);
    job.submit();
  }

  private void submit() throws Exception {
    Tenant tenant = options.tenant();
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka()))) {
      TenantTopics.ensureMissing(admin, tenant);
    }
    Interval interval;
    Map<String, DaySet> touched;
    long time;
    try (CqlSession session = CoreDms.open(options.cassandra())) {
      Keyspaces.ensure(session, tenant);
      interval = interval(tenant, session);
      touched = new TouchedDays(session, tenant, interval).find();
      time = writeTime == null ? takeWriteTime(session, tenant) : writeTime;
    }
    BatchPlan plan =
        new BatchPlan(
            tenant, interval, touched, run, attempt, time, options.kafka(), options.cassandra());
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    GoldPipeline.build(environment, plan);
    environment.execute(Names.batchJob(tenant, run, attempt));
  }

  /** Later than that of every run before, also of one whose clock was ahead. */
  private static long takeWriteTime(CqlSession session, Tenant tenant) {
    Keyspaces.ensurePlatform(session);
    return new BatchRunStore(session).takeWriteTime(tenant.name());
  }

  private Interval interval(Tenant tenant, CqlSession session) {
    if (after == null && upto == null) {
      return new Intervals(session, tenant)
          .all()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "tenant %s has no silver in coredms: there is nothing to compute"
                          .formatted(tenant.name())));
    }
    if (after == null || upto == null) {
      throw new IllegalArgumentException("--after and --upto go together");
    }
    return new Interval(
        after.toEpochMilli(),
        upto.toEpochMilli(),
        (instantsFrom == null ? after : instantsFrom).toEpochMilli(),
        (instantsTo == null ? upto : instantsTo).toEpochMilli());
  }
}
