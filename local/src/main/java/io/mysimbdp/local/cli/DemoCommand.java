package io.mysimbdp.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.emulator.synthetic.SyntheticData;
import io.mysimbdp.emulator.synthetic.SyntheticKinds;
import io.mysimbdp.emulator.synthetic.SyntheticSize;
import io.mysimbdp.local.process.Directories;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole road once, on the screen. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "See the whole road once, with synthetic data.",
    description = {
      "",
      "Starts Kafka, Cassandra and Flink, takes a tenant from raw to gold, shows silver, gold and"
          + " the ledger, and stops everything again. Takes about a minute.",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  private static final int MACHINES = 200;
  private static final int SHOWN = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TENANT",
      defaultValue = "vm-cpu",
      description =
          "A tenant whose definition says 'synthetic' (default: ${DEFAULT-VALUE}, a day of 200"
              + " machines).")
  private String name;

  @Mixin private HomeOption home;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path definitions = TenantOption.folder(null);
    Tenant tenant = TenantOption.read(definitions, name);
    SyntheticData data = Options.wrongUse(() -> data(tenant));
    Path results = Files.createTempDirectory("mysimbdp-demo");
    try {
      RunOnStack run =
          new RunOnStack(
              tenant,
              definitions,
              "demo",
              tenant.agreement().parallelism(),
              OptionalInt.empty(),
              false,
              BarProgress.of(out));
      DatasetLedger ledger =
          run.run(home, true, null, EmulatorOptions.synthetic(data), results, out);
      out.println();
      for (Rollup silver : tenant.silver()) {
        show("Silver", silver, results.resolve("silver"), silver.name(), out);
      }
      for (Rollup gold : tenant.gold()) {
        show("Gold", gold, results.resolve("coredms"), "gold_" + gold.name(), out);
      }
      LedgerText.print(ledger, out);
      return ledger.balanced() ? 0 : Failure.FAILED;
    } finally {
      Directories.delete(results);
    }
  }

  private static SyntheticData data(Tenant tenant) {
    SyntheticSize usual = SyntheticSize.usual(1);
    return SyntheticKinds.of(
        tenant,
        SyntheticKinds.kind(tenant).equals(SyntheticKinds.AZURE_VM)
            ? usual.withEntities(MACHINES)
            : usual);
  }

  private static void show(
      String layer, Rollup rollup, Path directory, String name, PrintWriter out)
      throws IOException {
    List<String> columns = rollup.output().columns().stream().map(Column::name).toList();
    TextTable table = new TextTable(columns);
    long rows = 0;
    try (BufferedReader lines = Files.newBufferedReader(directory.resolve(name + ".ndjson"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (rows++ < SHOWN) {
          table.add(values(JSON.readTree(line), columns));
        }
      }
    }
    out.printf("%s %s: %,d rows, such as%n", layer, rollup.name(), rows);
    table.print(out);
    out.println();
    out.flush();
  }

  private static List<String> values(JsonNode row, List<String> columns) {
    List<String> values = new ArrayList<>();
    columns.forEach(column -> values.add(row.path(column).asText()));
    return values;
  }
}
