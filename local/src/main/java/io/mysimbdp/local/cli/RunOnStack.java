package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.local.export.Attempts;
import io.mysimbdp.local.export.Export;
import io.mysimbdp.local.run.BoundedRun;
import io.mysimbdp.local.run.RunProgress;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.definition.Tenant;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A bounded run under an alias of its own, from taking a stack to removing all traces.
 *
 * @param definitions folder of all definitions
 * @param kind part of the alias: what the run is for
 * @param keep whether to leave the traces
 */
record RunOnStack(
    Tenant definition,
    Path definitions,
    String kind,
    int parallelism,
    OptionalInt partitions,
    boolean keep,
    RunProgress progress) {

  private static final int JOBS = 3;

  /**
   * Runs and exports.
   *
   * @param ownStack whether to leave alone a stack that is up
   * @param dataset its name; null for one of our own
   * @return the ledger; it balances only if the export agrees with it
   */
  DatasetLedger run(
      HomeOption home,
      boolean ownStack,
      String dataset,
      EmulatorOptions.Builder emulation,
      Path export,
      PrintWriter out)
      throws Exception {
    String alias = definition.name() + "-" + kind + "-" + suffix();
    int slots = JOBS * parallelism;
    if (ownStack || home.control().running().isEmpty()) {
      progress.step("starting Kafka, Cassandra and Flink for this run");
    }
    try (Lease lease =
        ownStack
            ? Lease.own(home, alias, slots, keep, progress::step)
            : Lease.take(home, alias, slots, keep, progress::step)) {
      Placement placement =
          new Placement(
              definition.name(),
              definitions,
              Placement.withParallelism(definition.as(alias), parallelism),
              partitions,
              Project.find(),
              lease.addresses(),
              lease.layout());
      emulation.dataset(dataset == null ? alias : dataset);
      try (Traces traces = new Traces(placement, keep || lease.owned().isPresent())) {
        DatasetLedger ledger =
            new BoundedRun(placement, emulation.build(), progress).run().dataset().ledger();
        progress.step("writing the results");
        Export results =
            new Export(
                placement.tenant(),
                lease.addresses().kafka(),
                lease.addresses().cassandra(),
                export);
        DatasetLedger checked =
            Attempts.forTwoMinutes(progress::step).of(() -> results.write(ledger));
        if (keep) {
          out.println(kept(lease, traces));
        }
        return checked;
      }
    }
  }

  private static String kept(Lease lease, Traces traces) {
    return lease.owned().isPresent()
        ? "Kept: the stack's data; start it again with: ./mysimbdp up --home "
            + lease.layout().home()
        : "Kept: topics, tables and jobs of " + traces.name();
  }

  private static String suffix() {
    int four = 36 * 36 * 36 * 36;
    String text = Integer.toString(new SecureRandom().nextInt(four), 36);
    return String.format(Locale.ROOT, "%4s", text).replace(' ', '0');
  }
}
