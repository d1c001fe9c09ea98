package io.mysimbdp.local.process;

import java.time.Instant;
import java.util.Optional;

/**
 * A process of this machine, told from a later one with the same number by when it started.
 *
 * @param startedAt milliseconds since the epoch; 0 if the system does not tell
 */
public record ProcessId(long pid, long startedAt) {
  /** The clock may have been set since, which moves start times as the system reports them. */
  private static final long TOLERANCE = 2_000;

  /** The identity of a process that runs now. */
  public static ProcessId of(ProcessHandle process) {
    return new ProcessId(process.pid(), startOf(process));
  }

  /** The process itself, or empty if it has ended. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return handle().isPresent();
  }

  private boolean isSame(ProcessHandle other) {
    long start = startOf(other);
    return startedAt == 0 || start == 0 || Math.abs(start - startedAt) <= TOLERANCE;
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
