package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.definition.Tenant;
import java.io.PrintWriter;
import java.nio.file.Path;
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
      "Without --input, --synthetic makes records up.",
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

  @Mixin private EmulationOptions emulation;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      required = true,
      description = "Directory for the results; created, files in it are replaced.")
  private Path export;

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
      names = "--keep",
      description = "Leave the topics, tables and jobs; a stack of its own keeps its data.")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Tenant tenant = tenantOption.read();
    EmulatorOptions.Builder options = emulation.builder(tenant);
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
    DatasetLedger ledger = run.run(home, false, emulation.dataset(), options, export, out);
    out.println();
    LedgerText.print(ledger, out);
    out.println("Results are in " + export + ".");
    return ledger.balanced() ? 0 : Failure.FAILED;
  }
}
