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

  /** Stands for the exit status of what could not be started, or whose status got lost. */
  private static final int UNKNOWN = -1;

  private final String name;
  private final Launch launch;
  private final ScheduledExecutorService scheduler;
  private final Runnable changed;

  private Child child;
  private Integer lastExit;
  private boolean stopped;
  private int restarts;
  private int failuresInARow;
  private long startedNanos;

  /** Starts the program once. */
  @FunctionalInterface
  interface Launch {
    Child start() throws IOException;
  }

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
    this(command.name(), () -> Child.start(command, guardJar, logs), scheduler, changed);
  }

  Keeper(String name, Launch launch, ScheduledExecutorService scheduler, Runnable changed) {
    this.name = name;
    this.launch = launch;
    this.scheduler = scheduler;
    this.changed = changed;
  }

  public String name() {
    return name;
  }

  /**
   * Starts the program for the first time.
   *
   * @throws IOException if it cannot be started; then it is not tried again
   */
  public void start() throws IOException {
    launch();
    changed.run();
  }

  private synchronized void launch() throws IOException {
    if (stopped) {
      return;
    }
    startedNanos = System.nanoTime();
    child = launch.start();
    // Also where threads are so short that the exit status does not come through.
    CompletableFuture<Integer> unused =
        child.exit().whenComplete((status, lost) -> ended(lost == null ? status : UNKNOWN));
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

  /**
   * An Error, such as too few threads, may pass like any other trouble; nobody looks at the future
   * in which it would end up.
   */
  private void restart() {
    synchronized (this) {
      restarts++;
    }
    try {
      launch();
    } catch (Throwable e) {
      System.err.println(name + " cannot be started, and will be tried again: " + e);
      ended(UNKNOWN);
      return;
    }
    changed.run();
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
