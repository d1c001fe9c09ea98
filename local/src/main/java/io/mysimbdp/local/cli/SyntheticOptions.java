package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.synthetic.AzureVm;
import io.mysimbdp.emulator.synthetic.SyntheticData;
import io.mysimbdp.emulator.synthetic.SyntheticKinds;
import io.mysimbdp.emulator.synthetic.SyntheticSize;
import io.mysimbdp.platform.definition.Tenant;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Synthetic data instead of files. */
final class SyntheticOptions {
  @Option(
      names = "--synthetic",
      description =
          "Make data up instead of replaying files: of the kind that the definition names under"
              + " 'synthetic'.")
  private boolean wanted;

  @Option(
      names = {"--entities", "--vms"},
      paramLabel = "N",
      description =
          "Synthetic: how many machines, taxis or people (default: azure-vm 1000, chicago-taxi 500,"
              + " google-cluster 50, indoor-localisation 27).")
  private Integer entities;

  @Option(
      names = {"--records", "--readings"},
      paramLabel = "N",
      description =
          "Synthetic: how many records in all (default: azure-vm one a machine and interval,"
              + " chicago-taxi 10000, google-cluster 20000, indoor-localisation 4000).")
  private Long records;

  @Option(
      names = "--days",
      paramLabel = "N",
      description =
          "Synthetic: over how many days (default: azure-vm 1, chicago-taxi a year, google-cluster"
              + " 1, indoor-localisation 14).")
  private Integer days;

  @Option(
      names = "--first-day",
      paramLabel = "DATE",
      description =
          "Synthetic: the first local day (default: chicago-taxi 2016-01-01, indoor-localisation"
              + " 2017-10-16; the others count from the beginning of their trace).")
  private LocalDate firstDay;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "Synthetic azure-vm: between two readings of a machine (default: 300).")
  private Integer interval;

  @Option(
      names = "--spread",
      paramLabel = "SHARE",
      description =
          "Synthetic azure-vm: over which part of the interval the readings scatter, 0 to 1"
              + " (default: 0).")
  private Double spread;

  @Option(
      names = "--overloaded",
      paramLabel = "SHARE",
      description = "Synthetic azure-vm: share of overloaded machines (default: 0.2).")
  private Double overloaded;

  @Option(
      names = "--start",
      paramLabel = "SECONDS",
      description =
          "Synthetic azure-vm: seconds since the trace began of the first reading. A dataset that"
              + " follows another starts at the earlier one's final, or its first records are late"
              + " (default: 0).")
  private Long start;

  boolean wanted() {
    return wanted;
  }

  /** The data to make up for a tenant. */
  SyntheticData data(Tenant tenant, long seed) {
    SyntheticSize size = new SyntheticSize(seed, records, entities, days, firstDay);
    String kind = SyntheticKinds.kind(tenant);
    if (kind.equals(SyntheticKinds.AZURE_VM)) {
      return AzureVm.of(size, interval, spread, overloaded, start);
    }
    if (interval != null || spread != null || overloaded != null || start != null) {
      throw new IllegalArgumentException(
          "--interval, --spread, --overloaded and --start are for azure-vm, but the data of "
              + tenant.name()
              + " are "
              + kind);
    }
    return SyntheticKinds.of(tenant, size);
  }
}
