package io.mysimbdp.local.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line, {@code ./mysimbdp}. */
@Command(
    name = "mysimbdp",
    mixinStandardHelpOptions = true,
    version = "mysimbdp 0.1.0",
    sortOptions = false,
    usageHelpWidth = 100,
    header = "A multi-tenant streaming-analytics platform on Kafka, Flink and Cassandra.",
    description = {
      "",
      "A tenant (a folder under tenants/) declares a dataset and the analytics it wants. Raw records"
          + " come in through Kafka; a Flink job turns them into silver results as they stream in;"
          + " a batch job turns silver into gold tables. Both are kept in Cassandra.",
      "",
      "First steps:",
      "  ./mysimbdp demo               see the whole road once, with synthetic data",
      "  ./mysimbdp run vm-cpu --input readings.csv.gz --export out",
      "                                one file of your own, results as files",
      "  ./mysimbdp up                 servers that stay; then deploy, emulate, tail, batch",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "'mysimbdp COMMAND --help' explains a command.",
      "Exit status: 0 done, 1 failed, 2 used wrongly."
    },
    subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class, RunCommand.class})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "say which command to run");
  }

  /** The command line with its error handling. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::wrongUse)
        .setExecutionExceptionHandler(Main::failed);
  }

  private static int wrongUse(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("mysimbdp: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return Failure.WRONG_USE;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parseResult) {
    PrintWriter err = command.getErr();
    Failure failure = Failure.of(e);
    err.println("mysimbdp: " + failure.getMessage());
    if (System.getenv("MYSIMBDP_DEBUG") != null) {
      e.printStackTrace(err);
    }
    return failure.status();
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
