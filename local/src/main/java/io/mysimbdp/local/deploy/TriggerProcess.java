package io.mysimbdp.local.deploy;

import io.mysimbdp.batch.trigger.Trigger;
import io.mysimbdp.batch.trigger.TriggerSettings;
import io.mysimbdp.local.process.JavaCommand;
import io.mysimbdp.local.process.MainTask;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.stack.StackState;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trigger of one deployed tenant as a process, {@code main HOME TENANT}; it also looks after
 * partitions that fall silent.
 */
public final class TriggerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerProcess.class);

  private TriggerProcess() {}

  /**
   * How it is started.
   *
   * @param name of the process
   */
  static JavaCommand command(String name, Project project, StackLayout layout, String tenant) {
    return new JavaCommand(
        name,
        System.getProperty("java.class.path"),
        TriggerProcess.class.getName(),
        List.of(
            "-Xmx192m",
            // It knows nothing that the next one would not find out; half of it would be worse.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-D" + Project.ROOT_PROPERTY + "=" + project.root(),
            "-Dorg.slf4j.simpleLogger.log.io.mysimbdp=info"),
        List.of(layout.home().toString(), tenant),
        Map.of());
  }

  public static void main(String[] args) {
    StackLayout layout = new StackLayout(Path.of(args[0]));
    MainTask.run("the trigger of " + args[1], () -> run(layout, args[1]));
  }

  private static void run(StackLayout layout, String tenant)
      throws IOException, InterruptedException {
    Deployment deployment = new DeploymentFiles(layout).wanted(tenant).orElseThrow();
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
