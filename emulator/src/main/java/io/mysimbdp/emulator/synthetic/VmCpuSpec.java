package io.mysimbdp.emulator.synthetic;

/**
 * What synthetic vm-cpu data should look like. The same specification gives the same bytes on every
 * machine.
 *
 * @param seed of everything random
 * @param vms how many virtual machines
 * @param readings how many lines in all
 * @param interval seconds between two readings of a machine; 300 in the real trace
 * @param spread over which part of the interval readings scatter: 0 as in the real trace, where all
 *     machines are read at the same second; 1 for anywhere in the interval
 * @param overloaded share of machines that are overloaded
 * @param missing share of readings without a {@code min_cpu}
 * @param start seconds since the trace began of the first reading
 */
public record VmCpuSpec(
    long seed,
    int vms,
    long readings,
    int interval,
    double spread,
    double overloaded,
    double missing,
    long start) {

  /** As in the real trace: a day of 1,000 machines, every fifth of them overloaded. */
  public static final VmCpuSpec DEFAULT = new VmCpuSpec(1, 1_000, 288_000, 300, 0, 0.2, 0.01, 0);

  public VmCpuSpec {
    if (vms < 1 || readings < 0 || interval < 1 || start < 0) {
      throw new IllegalArgumentException(
          "synthetic data need at least 1 machine, 0 readings, an interval of 1 s and a start of 0");
    }
    share("spread", spread);
    share("overloaded", overloaded);
    share("missing", missing);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is 0 to 1, not " + value);
    }
  }

  /** The same with another seed. */
  public VmCpuSpec withSeed(long other) {
    return new VmCpuSpec(other, vms, readings, interval, spread, overloaded, missing, start);
  }

  /** The same with so many machines and readings in all. */
  public VmCpuSpec withSize(int machines, long lines) {
    return new VmCpuSpec(seed, machines, lines, interval, spread, overloaded, missing, start);
  }

  /** The same for so many seconds: one reading a machine and interval. */
  public VmCpuSpec withDuration(long seconds) {
    return withSize(vms, (seconds + interval - 1) / interval * vms);
  }

  /** The same with a reading every so many seconds, scattered over that part of the interval. */
  public VmCpuSpec withInterval(int seconds, double scatter) {
    return new VmCpuSpec(seed, vms, readings, seconds, scatter, overloaded, missing, start);
  }

  /** The same with this share of overloaded machines. */
  public VmCpuSpec withOverloaded(double share) {
    return new VmCpuSpec(seed, vms, readings, interval, spread, share, missing, start);
  }

  /** The same with this share of readings without a {@code min_cpu}. */
  public VmCpuSpec withMissing(double share) {
    return new VmCpuSpec(seed, vms, readings, interval, spread, overloaded, share, start);
  }

  /** The same from so many seconds after the beginning of the trace. */
  public VmCpuSpec withStart(long seconds) {
    return new VmCpuSpec(seed, vms, readings, interval, spread, overloaded, missing, seconds);
  }

  /** Seconds since the trace began at which the last interval ends. */
  public long end() {
    return start + (readings + vms - 1) / vms * interval;
  }
}
