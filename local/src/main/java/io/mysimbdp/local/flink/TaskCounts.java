package io.mysimbdp.local.flink;

/** How many of a job's tasks run, have finished, and are there at all. */
public record TaskCounts(int running, int finished, int all) {
  /** Whether every task runs or has finished its work. */
  public boolean allUp() {
    return all > 0 && running + finished == all;
  }
}
