package io.mysimbdp.local.cli;

import io.mysimbdp.platform.spelling.NearestName;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
      "For developers: 'mysimbdp chaos' kills, stops and freezes servers and checks every row.",
      "Exit status: 0 done, 1 failed, 2 used wrongly."
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      CheckCommand.class,
      RunCommand.class,
      DeployCommand.class,
      UndeployCommand.class,
      ReplayCommand.class,
      EmulateCommand.class,
      BatchCommand.class,
      TailCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "say which command to run");
  }

  /** The command line with its error handling. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .registerConverter(Instant.class, Options::instant)
        .registerConverter(Duration.class, Options::duration)
        .setParameterExceptionHandler(Main::wrongUse)
        .setExecutionExceptionHandler(Main::failed);
  }

  private static int wrongUse(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String what =
        e instanceof UnmatchedArgumentException unknown
            ? unknown(unknown)
            : e.getMessage().replaceFirst("^Error: ", "");
    command
        .getErr()
        .printf("mysimbdp: %s (see '%s --help')%n", what, command.getCommandSpec().qualifiedName());
    return Failure.WRONG_USE;
  }

  private static String unknown(UnmatchedArgumentException e) {
    String word = e.getUnmatched().get(0);
    CommandSpec command = e.getCommandLine().getCommandSpec();
    Set<String> known =
        command.subcommands().isEmpty()
            ? command.optionsMap().keySet()
            : command.subcommands().keySet();
    String kind = command.subcommands().isEmpty() ? "option or argument" : "command";
    return "there is no " + kind + " '" + word + "'" + NearestName.hint(word, known);
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
