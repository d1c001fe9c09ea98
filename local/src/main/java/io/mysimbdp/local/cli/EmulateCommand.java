package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.Emulation;
import io.mysimbdp.emulator.EmulationReport;
import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.emulator.sink.KafkaRawSink;
import io.mysimbdp.local.run.RunProgress;
import io.mysimbdp.platform.definition.Tenant;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Feeds a deployed tenant. */
@Command(
    name = "emulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Feed a deployed tenant with one dataset: replayed files or synthetic data.",
    description = {
      "",
      "The dataset is opened and closed by markers in every partition; when its silver is complete"
          + " the batch run starts by itself. Event times of datasets must follow each other.",
      "",
      "Example: ./mysimbdp emulate vm-cpu --synthetic --vms 200 --readings 57600 --faults 0.01",
      ""
    })
final class EmulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TenantOption tenantOption;
  @Mixin private EmulationOptions emulation;
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Tenant tenant = tenantOption.read();
    EmulatorOptions options = emulation.builder(tenant).build();
    RunProgress progress = BarProgress.of(json ? spec.commandLine().getErr() : out);
    try (KafkaRawSink sink = KafkaRawSink.connect(home.running().kafka(), tenant)) {
      EmulationReport report = Emulation.run(tenant, options, sink, progress::sending);
      out.println(json ? report.toJson() : report.toText());
    }
    return 0;
  }
}
