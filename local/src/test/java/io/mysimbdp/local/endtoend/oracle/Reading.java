package io.mysimbdp.local.endtoend.oracle;

/**
 * One valid CPU reading of a virtual machine.
 *
 * @param eventTime milliseconds since the epoch
 */
public record Reading(String vm, long eventTime, double maxCpu) {
  /** Start of the trace, 2019-01-01T00:00:00Z, in milliseconds since the epoch. */
  public static final long ORIGIN = 1_546_300_800_000L;

  /** No event time is later: 31 days after {@link #ORIGIN}. */
  public static final long LATEST = ORIGIN + 31L * 24 * 60 * 60 * 1000;
}
