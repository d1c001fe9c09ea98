package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.line.Lines;
import java.util.List;

/** Readings of virtual machines as in the Azure trace. */
public record AzureVm(VmCpuSpec spec) implements SyntheticData {
  private static final long SECONDS_A_DAY = 86_400;

  /** Readings in this size; a first day is not among what can be said. */
  private static VmCpuSpec spec(SyntheticSize size, int interval, double spread) {
    if (size.firstDay() != null) {
      throw new IllegalArgumentException(
          "the trace of azure-vm counts seconds; --start says where readings begin, not a day");
    }
    VmCpuSpec usual = VmCpuSpec.DEFAULT.withSeed(size.seed()).withInterval(interval, spread);
    int machines = size.entitiesOr(usual.vms());
    VmCpuSpec day = usual.withSize(machines, 0).withDuration(size.daysOr(1) * SECONDS_A_DAY);
    return day.withSize(machines, size.recordsOr(day.readings()));
  }

  /**
   * Readings in this size; what is null is as usual.
   *
   * @param interval seconds between two readings of a machine
   * @param spread over which part of the interval they scatter
   * @param overloaded share of overloaded machines
   * @param start seconds since the trace began of the first reading
   */
  public static AzureVm of(
      SyntheticSize size, Integer interval, Double spread, Double overloaded, Long start) {
    VmCpuSpec usual = VmCpuSpec.DEFAULT;
    int seconds = interval == null ? usual.interval() : interval;
    double scatter = spread == null ? usual.spread() : spread;
    VmCpuSpec spec =
        spec(size, seconds, scatter)
            .withOverloaded(overloaded == null ? usual.overloaded() : overloaded)
            .withStart(start == null ? usual.start() : start);
    return new AzureVm(spec);
  }

  @Override
  public List<Shape> shapes() {
    return List.of(
        new Shape(List.of("timestamp", "vm_id", "min_cpu", "max_cpu", "avg_cpu"), false));
  }

  @Override
  public long records() {
    return spec.readings();
  }

  @Override
  public Lines lines() {
    return new SyntheticVmCpu(spec);
  }

  @Override
  public Lines edges() {
    return Samples.of(
        0, List.of(spec.start() + ",,,,", Math.max(spec.start(), spec.end() - 1) + ",,,,"));
  }

  @Override
  public boolean wholeDays() {
    return false;
  }
}
