package io.mysimbdp.local.cli;

import io.mysimbdp.local.deploy.Deployment;
import io.mysimbdp.local.deploy.DeploymentFiles;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.local.tenant.TenantStores;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes everything of a tenant again from its raw topics. Silver is a function of raw, so what
 * comes out is what should have been there. A replay that is broken off leaves a note; until it is
 * run again the tenant cannot be deployed, since its data are half there.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Make a deployed tenant's silver and gold again from its raw topics.",
    description = {
      "",
      "The repair after silver was lost ('mysimbdp status TENANT' says LOST or INCOMPLETE). Stops the"
          + " tenant's jobs; deletes its silver, late, dead-letter, completion, alert and gold topics,"
          + " its tables in Cassandra, its datasets' ledgers and its jobs' state; then starts the jobs"
          + " from the first raw record. Every dataset is completed again and gets its batch run"
          + " again. Raw topics stay, and producers may go on.",
      "",
      "Readers outside see topics that begin anew at offset 0: they have to begin anew as well. Alerts"
          + " are sent again, with the ids that they had.",
      ""
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TenantOption tenantOption;
  @Mixin private TransactionTimeoutOption transactionTimeout;

  @Option(
      names = "--partial",
      description =
          "Replay even if the first raw records are gone; silver that only they could give is lost"
              + " for good.")
  private boolean partial;

  @Mixin private HomeOption home;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    String tenant = tenantOption.read().name();
    StackAddresses addresses = home.running();
    StackLayout layout = new StackLayout(home.directory());
    DeploymentFiles files = new DeploymentFiles(layout);
    new BrokenOff(files, tenant).requireNoPurge();
    Deployment deployment = wanted(files, tenant);
    Placement placement = deployment.on(Project.find(), addresses, layout);
    requireAllRaw(placement);

    files.beginReplay(deployment);
    files.unwant(tenant);
    Settling settling = new Settling(home, files, spec.commandLine().getErr());
    settling.awaitGone(tenant);
    new TenantJobs(placement).remove();
    TenantStores.removeDerived(placement);
    TenantStores.ensure(placement);
    files.want(deployment);
    files.endReplay(tenant);
    Optional<String> problem = settling.awaitRunning(tenant, Settling.STARTED);
    if (problem.isPresent()) {
      throw Failure.failed(
          "tenant " + tenant + " has been emptied but its jobs do not run yet: " + problem.get());
    }
    out.printf(
        "Tenant %s is made again from its raw topics; see how far it is with: ./mysimbdp status %s%n",
        tenant, tenant);
    return 0;
  }

  private Deployment wanted(DeploymentFiles files, String tenant) throws Exception {
    Optional<Deployment> brokenOff = files.replaying(tenant);
    Deployment deployment =
        (brokenOff.isPresent() ? brokenOff : files.wanted(tenant))
            .orElseThrow(
                () ->
                    Failure.wrongUse(
                        "tenant " + tenant + " is not deployed; deploy it, then replay it"));
    long millis = transactionTimeout.millis();
    return millis == 0 ? deployment : deployment.withTransactionTimeout(Duration.ofMillis(millis));
  }

  private void requireAllRaw(Placement placement) {
    Map<TopicPartition, Long> shortened = TenantStores.shortened(placement);
    if (!shortened.isEmpty() && !partial) {
      throw Failure.wrongUse(
          "the first raw records are gone (offset at which each partition begins: "
              + shortened
              + "), and silver that only they could give would be lost for good; --partial replays"
              + " what is left");
    }
  }
}
