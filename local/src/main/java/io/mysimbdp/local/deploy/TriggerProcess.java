package io.mysimbdp.local.deploy;

import io.mysimbdp.batch.trigger.Trigger;
import io.mysimbdp.batch.trigger.TriggerSettings;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.stack.StackState;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trigger of one deployed tenant as a process, {@code main HOME TENANT}; it also looks after
 * partitions that fall silent.
 */
public final class TriggerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerProcess.class);

  private TriggerProcess() {}

  public static void main(String[] args) throws Exception {
    StackLayout layout = new StackLayout(Path.of(args[0]));
    Deployment deployment = new DeploymentFiles(layout).wanted(args[1]).orElseThrow();
    StackAddresses addresses = StackState.read(layout.stateFile()).orElseThrow().addresses();
    Placement placement = deployment.on(Project.find(), addresses, layout);
    TriggerSettings settings =
        new TriggerSettings(
            placement.tenant(),
            addresses.kafka(),
            addresses.cassandra(),
            new TenantJobs(placement).batchTarget());
    try (SilenceWatches silence = SilenceWatches.start(placement.tenant(), addresses.kafka());
        Trigger trigger = new Trigger(settings, new WaitingLog(System::nanoTime, LOG::warn))) {
      trigger.run();
    }
  }
}
