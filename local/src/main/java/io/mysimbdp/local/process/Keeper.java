package io.mysimbdp.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one program running: when it ends without having been told to, it is started again — at
 * once if it had been running for a while, and ever later if it keeps ending.
 */
public final class Keeper {
  private static final Duration SETTLED = Duration.ofSeconds(20);

  private final JavaCommand command;
  private final Path guardJar;
  private final LogFiles logs;
  private final ScheduledExecutorService scheduler;
  private final Runnable changed;

  private Child child;
  private Integer lastExit;
  private boolean stopped;
  private int restarts;
  private int failuresInARow;
  private long startedNanos;

  /**
   * @param scheduler on which it starts the program again
   * @param changed called after each start, on any thread
   */
  public Keeper(
      JavaCommand command,
      Path guardJar,
      LogFiles logs,
      ScheduledExecutorService scheduler,
      Runnable changed) {
    this.command = command;
    this.guardJar = guardJar;
    this.logs = logs;
    this.scheduler = scheduler;
    this.changed = changed;
  }

  public String name() {
    return command.name();
  }

  /** Starts the program for the first time. */
  public void start() throws IOException {
    launch();
    changed.run();
  }

  private synchronized void launch() throws IOException {
    if (stopped) {
      return;
    }
    child = Child.start(command, guardJar, logs);
    startedNanos = System.nanoTime();
    CompletableFuture<Void> unused = child.exit().thenAccept(this::ended);
  }

  private synchronized void ended(int exitStatus) {
    lastExit = exitStatus;
    if (stopped || scheduler.isShutdown()) {
      return;
    }
    boolean settled = System.nanoTime() - startedNanos > SETTLED.toNanos();
    failuresInARow = settled ? 1 : failuresInARow + 1;
    Future<?> unused =
        scheduler.schedule(
            this::restart, backOff(failuresInARow).toMillis(), TimeUnit.MILLISECONDS);
  }

  /** 0.1, 0.2, 0.4 … at most 30 seconds. */
  static Duration backOff(int failuresInARow) {
    return Duration.ofMillis(Math.min(30_000L, 100L << Math.min(failuresInARow - 1, 9)));
  }

  private void restart() {
    try {
      synchronized (this) {
        restarts++;
      }
      launch();
      changed.run();
    } catch (IOException e) {
      ended(-1);
    }
  }

  /** The running process, or null between two starts. */
  public synchronized Child child() {
    return child != null && child.isAlive() ? child : null;
  }

  /** How often the program had to be started again. */
  public synchronized int restarts() {
    return restarts;
  }

  /** With what the program ended last; null if it never did. */
  public synchronized Integer lastExit() {
    return lastExit;
  }

  /** Ends the program for good; see {@link Child#stop}. */
  public void stop(Duration grace) {
    Child last;
    synchronized (this) {
      stopped = true;
      last = child;
    }
    if (last != null) {
      last.stop(grace);
    }
  }
}
