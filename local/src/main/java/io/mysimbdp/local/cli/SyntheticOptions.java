package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.synthetic.VmCpuSpec;
import picocli.CommandLine.Option;

/** Synthetic readings instead of files. */
final class SyntheticOptions {
  @Option(
      names = "--synthetic",
      description = "Make up readings of virtual machines (for vm-cpu) instead of replaying files.")
  private boolean wanted;

  @Option(
      names = "--vms",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Synthetic: how many machines (default: ${DEFAULT-VALUE}).")
  private int vms;

  @Option(
      names = "--readings",
      paramLabel = "N",
      defaultValue = "288000",
      description = "Synthetic: how many readings in all (default: ${DEFAULT-VALUE}).")
  private long readings;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Synthetic: between two readings of a machine (default: ${DEFAULT-VALUE}).")
  private int interval;

  @Option(
      names = "--spread",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Synthetic: over which part of the interval the readings scatter, 0 to 1 (default:"
              + " ${DEFAULT-VALUE}).")
  private double spread;

  @Option(
      names = "--overloaded",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description = "Synthetic: share of overloaded machines (default: ${DEFAULT-VALUE}).")
  private double overloaded;

  @Option(
      names = "--start",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Synthetic: seconds since the trace began of the first reading. A dataset that follows"
              + " another starts at the earlier one's final, or its first records are late"
              + " (default: ${DEFAULT-VALUE}).")
  private long start;

  boolean wanted() {
    return wanted;
  }

  /** What the readings look like. */
  VmCpuSpec spec(long seed) {
    return VmCpuSpec.DEFAULT
        .withSeed(seed)
        .withSize(vms, readings)
        .withInterval(interval, spread)
        .withOverloaded(overloaded)
        .withStart(start);
  }
}
