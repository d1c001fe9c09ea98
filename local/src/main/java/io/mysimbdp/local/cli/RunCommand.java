package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.emulator.Pace;
import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.platform.definition.Tenant;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A bounded dataset end to end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Take files all the way: raw, silver, gold, ledger; then write the results to files.",
    description = {
      "",
      "Works on topics, tables and jobs of its own, on the local stack if one is up, else on a stack"
          + " of its own; deployed tenants are never touched. Everything is removed afterwards.",
      "",
      "The results are newline-delimited JSON: silver/ (from Kafka), coredms/ (silver and gold from"
          + " Cassandra), alerts, dead-letters, late, and ledger.json.",
      "",
      "Exit status: 0 if the ledger balances, 1 if it does not or the run failed, 2 for wrong use.",
      "",
      "Example: ./mysimbdp run vm-cpu --input readings.csv.gz --export out",
      ""
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TenantOption tenantOption;
  @Mixin private HomeOption home;

  @Option(
      names = "--input",
      paramLabel = "[STREAM=]PATH",
      required = true,
      arity = "1..*",
      description =
          "Files to replay, .csv or .csv.gz, for the raw stream named (needed if the tenant has"
              + " several). May be given more than once.")
  private List<String> inputs;

  @Option(names = "--header", description = "The first line of each file names its columns.")
  private boolean header;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      required = true,
      description = "Directory for the results; created, files in it are replaced.")
  private Path export;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "event-time",
      description =
          "event-time: replay sorted by event time; file: as the lines stand (default:"
              + " ${DEFAULT-VALUE}).")
  private String order;

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

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      defaultValue = "max",
      description =
          "max, records a second such as 5000, or multiples of real time such as 60x (default:"
              + " ${DEFAULT-VALUE}).")
  private String rate;

  @Option(names = "--dataset", paramLabel = "NAME", description = "Name of the dataset.")
  private String dataset;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "No record of the dataset has an earlier event time, such as 2019-01-01T00:00:00Z"
              + " (default: the earliest in the input).")
  private Instant from;

  @Option(
      names = "--close",
      paramLabel = "TIME",
      description =
          "Every record of the dataset has an earlier event time (default: just after the latest"
              + " in the input).")
  private Instant close;

  @Option(
      names = "--keep",
      description = "Leave the topics, tables and jobs; a stack of its own keeps its data.")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Tenant tenant = tenantOption.read();
    EmulatorOptions.Builder emulation = emulation(tenant);
    Options.positive("--parallelism", parallelism);
    Options.positive("--partitions", partitions);
    Options.writable(export);
    RunOnStack run =
        new RunOnStack(
            tenant,
            tenantOption.folder(),
            "run",
            parallelism == null ? tenant.agreement().parallelism() : parallelism,
            partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions),
            keep,
            BarProgress.of(out));
    boolean balanced = run.run(home, false, dataset, emulation, export, out);
    out.println("Results are in " + export + ".");
    return balanced ? 0 : Failure.FAILED;
  }

  private EmulatorOptions.Builder emulation(Tenant tenant) {
    List<Input> files = inputs.stream().map(text -> input(text, tenant)).toList();
    Options.check(
        "--from and --close", () -> from == null || close == null || from.isBefore(close));
    EmulatorOptions.Builder options =
        header ? EmulatorOptions.replayingWithHeader(files) : EmulatorOptions.replaying(files);
    return options
        .order(Options.order(order))
        .pace(Options.wrongUse(() -> Pace.parse(rate)))
        .from(from)
        .close(close);
  }

  private static Input input(String text, Tenant tenant) {
    Input input = Options.wrongUse(() -> Input.parse(text, tenant));
    if (!Files.isRegularFile(input.path())) {
      throw Failure.wrongUse("there is no file " + input.path());
    }
    if (!Files.isReadable(input.path())) {
      throw Failure.wrongUse("the file " + input.path() + " cannot be read");
    }
    return input;
  }
}
