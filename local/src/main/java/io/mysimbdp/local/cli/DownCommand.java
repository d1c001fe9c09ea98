package io.mysimbdp.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the local stack. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Stop the local stack.",
    description = {"", "Data, logs and deployed tenants are kept for the next 'mysimbdp up'.", ""})
final class DownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Override
  public Integer call() throws Exception {
    boolean stopped = home.control().down();
    spec.commandLine()
        .getOut()
        .println(
            stopped ? "The stack is down." : "No stack is running in " + home.directory() + ".");
    return 0;
  }
}
