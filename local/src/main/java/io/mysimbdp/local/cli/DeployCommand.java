package io.mysimbdp.local.cli;

import io.mysimbdp.local.deploy.Deployment;
import io.mysimbdp.local.deploy.DeploymentFiles;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.local.tenant.TenantStores;
import io.mysimbdp.platform.names.Names;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a tenant on the local stack. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Put a tenant on the local stack: topics, tables, jobs and trigger.",
    description = {
      "",
      "They go on until 'mysimbdp undeploy', also over 'down' and 'up': the jobs continue from their"
          + " last checkpoint.",
      ""
    })
final class DeployCommand implements Callable<Integer> {
  private static final int JOBS = 3;

  private final Duration patience;

  @Spec private CommandSpec spec;
  @Mixin private TenantOption tenantOption;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Of the jobs (default: what the tenant's agreement says).")
  private Integer parallelism;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Of each raw topic (default: what the definition says).")
  private Integer partitions;

  @Mixin private TransactionTimeoutOption transactionTimeout;
  @Mixin private HomeOption home;

  DeployCommand() {
    this(Settling.STARTED);
  }

  /**
   * @param patience how long the tenant may take to run
   */
  DeployCommand(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Options.positive("--parallelism", parallelism);
    Options.positive("--partitions", partitions);
    String tenant = tenantOption.read().name();
    StackAddresses addresses = home.running();
    StackLayout layout = new StackLayout(home.directory());
    DeploymentFiles files = new DeploymentFiles(layout);
    Deployment wanted =
        new Deployment(
            tenant,
            tenantOption.folder().toString(),
            parallelism == null ? 0 : parallelism,
            partitions == null ? 0 : partitions,
            transactionTimeout.millis());
    BrokenOff brokenOff = new BrokenOff(files, tenant);
    brokenOff.requireNoPurge();
    brokenOff.requireNoReplay();
    Optional<Deployment> before = files.wanted(tenant);
    if (before.isPresent()) {
      if (!before.get().equals(wanted)) {
        throw Failure.wrongUse(
            "tenant " + tenant + " is deployed with other options; undeploy it first");
      }
      out.println("Tenant " + tenant + " is already deployed.");
    } else {
      // What will not pass is found here, at once; later troubles are waited for.
      Placement placement = wanted.on(Project.find(), addresses, layout);
      TenantJobs.requireBuilt(placement);
      new TenantJobs(placement).requireSlots(JOBS);
      TenantStores.ensure(placement);
      files.want(wanted);
    }
    Optional<String> problem =
        new Settling(home, files, spec.commandLine().getErr()).awaitRunning(tenant, patience);
    if (problem.isPresent()) {
      if (before.isPresent()) {
        throw Failure.failed(
            "tenant "
                + tenant
                + " is deployed, but does not run yet; it goes on being tried: "
                + problem.get());
      }
      files.unwant(tenant);
      throw Failure.failed("tenant " + tenant + " cannot be deployed: " + problem.get());
    }
    out.printf(
        "Tenant %s runs: jobs %s.stream and %s.loader on %s%n",
        tenant, tenant, tenant, addresses.flink());
    tenantOption
        .read()
        .raw()
        .forEach(
            stream ->
                out.printf(
                    "  raw records of %s go to topic %s on %s%n",
                    stream.name(),
                    Names.rawTopic(tenantOption.read(), stream.name()),
                    addresses.kafka()));
    return 0;
  }
}
