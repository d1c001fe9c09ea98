package io.mysimbdp.local.cli;

import io.mysimbdp.local.deploy.Deployment;
import io.mysimbdp.local.deploy.DeploymentFiles;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.local.tenant.TenantStores;
import io.mysimbdp.platform.definition.Tenant;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Takes a tenant off the local stack. A purge that is broken off leaves a note, since what is left
 * fits nothing; it can be run again from any state.
 */
@Command(
    name = "undeploy",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Take a tenant off the local stack: jobs and trigger; with --purge its data too.",
    description = {
      "",
      "Without --purge, topics, tables and the jobs' state stay, and a later 'deploy' goes on where"
          + " this one ended. A purge that was broken off is to be run again.",
      ""
    })
final class UndeployCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TenantOption tenantOption;

  @Option(names = "--purge", description = "Delete the tenant's topics, tables and state as well.")
  private boolean purge;

  @Mixin private HomeOption home;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Tenant tenant = tenantOption.read();
    StackAddresses addresses = home.running();
    StackLayout layout = new StackLayout(home.directory());
    DeploymentFiles files = new DeploymentFiles(layout);
    boolean deployed = files.wanted(tenant.name()).isPresent();
    if (!deployed && !purge) {
      throw Failure.wrongUse("tenant " + tenant.name() + " is not deployed");
    }
    files.unwant(tenant.name());
    new Settling(home, files, spec.commandLine().getErr()).awaitGone(tenant.name());
    if (purge) {
      Placement placement =
          new Deployment(tenant.name(), tenantOption.folder().toString(), 0, 0, 0)
              .on(Project.find(), addresses, layout);
      purge(placement, files);
    }
    out.println(
        "Tenant "
            + tenant.name()
            + (purge ? " and its data are gone." : " no longer runs; its data are kept."));
    return 0;
  }

  /** Up to the note everything is there, and the tenant may still be deployed again. */
  private static void purge(Placement placement, DeploymentFiles files) throws Exception {
    String tenant = placement.tenant().name();
    files.beginPurge(tenant);
    new TenantJobs(placement).remove();
    TenantStores.remove(placement);
    files.endReplay(tenant);
    files.endPurge(tenant);
  }
}
