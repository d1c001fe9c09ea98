package io.mysimbdp.local.cli;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.batch.run.BatchRunner;
import io.mysimbdp.batch.run.Intervals;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.platform.coredms.BatchCounts;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.Keyspaces;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Timestamps;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A batch run by hand. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Run a deployed tenant's batch by hand: silver to gold.",
    description = {
      "",
      "Computes the gold of an interval from the silver in Cassandra; what an earlier run of the"
          + " same interval wrote is replaced. Tables with a calendar compute every local day anew that"
          + " has silver in the interval, and the periods that it lies in.",
      ""
    })
final class BatchCommand implements Callable<Integer> {
  private static final DateTimeFormatter RUN_NAME =
      DateTimeFormatter.ofPattern("'hand-'yyyyMMdd'T'HHmmss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Spec private CommandSpec spec;
  @Mixin private TenantOption tenantOption;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which;

  @Mixin private HomeOption home;

  /** One of the three ways to say which silver. */
  static final class Which {
    @Option(names = "--all", required = true, description = "All silver that there is.")
    private boolean all;

    @Option(
        names = "--hours",
        paramLabel = "N",
        required = true,
        description = "The last N hours before the newest silver.")
    private Integer hours;

    @ArgGroup(exclusive = false)
    private Between between;
  }

  /** An interval. */
  static final class Between {
    @Option(
        names = "--from",
        paramLabel = "TIME",
        required = true,
        description = "Windows that end after this, such as 2019-01-01T00:00:00Z.")
    private Instant from;

    @Option(
        names = "--to",
        paramLabel = "TIME",
        required = true,
        description = "Windows that end at this or before.")
    private Instant to;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Tenant tenant = tenantOption.read();
    Options.positive("--hours", which.hours);
    if (which.between != null && !which.between.from.isBefore(which.between.to)) {
      throw Failure.wrongUse("--to must be later than --from");
    }
    Placement placement =
        new Placement(
            tenant.name(),
            tenantOption.folder(),
            tenant,
            OptionalInt.empty(),
            Project.find(),
            home.running(),
            new StackLayout(home.directory()));
    try (CqlSession session = CoreDms.open(placement.addresses().cassandra())) {
      Keyspaces.ensurePlatform(session);
      Keyspaces.ensure(session, tenant);
      Optional<Interval> interval = interval(new Intervals(session, tenant));
      if (interval.isEmpty()) {
        throw Failure.failed("tenant " + tenant.name() + " has no silver in Cassandra yet");
      }
      BatchRunRecord run =
          new BatchRunner(
                  session,
                  tenant,
                  new TenantJobs(placement).batchTarget(),
                  new BatchProgress(spec.commandLine().getErr()))
              .run(RUN_NAME.format(Instant.now()), interval.get());
      return report(tenant, run, out);
    }
  }

  private Optional<Interval> interval(Intervals intervals) {
    if (which.all) {
      return intervals.all();
    }
    return which.hours != null
        ? intervals.last(Duration.ofHours(which.hours))
        : Optional.of(
            Interval.of(which.between.from.toEpochMilli(), which.between.to.toEpochMilli()));
  }

  private static int report(Tenant tenant, BatchRunRecord run, PrintWriter out) {
    if (run.state() != BatchRunRecord.State.FINISHED) {
      throw Failure.failed("batch run " + run.run() + " failed: " + run.error());
    }
    out.printf(
        "Batch run %s over windows that end after %s, up to %s%n",
        run.run(),
        Timestamps.format(run.interval().after()),
        Timestamps.format(run.interval().upto()));
    BatchCounts counts = run.counts().asDefinedBy(tenant);
    counts
        .read()
        .forEach((analytic, count) -> out.printf("  read %s: %,d rows%n", analytic, count.rows()));
    counts
        .gold()
        .forEach((table, count) -> out.printf("  gold %s: %,d rows%n", table, count.written()));
    return 0;
  }
}
