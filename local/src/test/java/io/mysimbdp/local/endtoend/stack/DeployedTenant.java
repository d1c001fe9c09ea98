package io.mysimbdp.local.endtoend.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A tenant that is deployed on the shared stack by the command line, and removed at the end. */
public record DeployedTenant(Stack stack, String tenant) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Deploys it. */
  public static DeployedTenant of(Stack stack, String tenant) {
    DeployedTenant deployed = new DeployedTenant(stack, tenant);
    deployed.run("deploy");
    return deployed;
  }

  /** Runs a command about this tenant to its good end. */
  public Finished run(String command, String... more) {
    return start(command, more).await(PATIENCE).succeeded();
  }

  /** Starts a command about this tenant and returns at once. */
  public CommandLine.Running start(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, tenant));
    arguments.addAll(List.of(more));
    return stack.commands().start(arguments.toArray(String[]::new));
  }

  @Override
  public void close() {
    run("undeploy", "--purge");
  }
}
