package io.mysimbdp.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One running process that dies with its owner, at the latest. */
public final class Child {
  private final Process process;
  private final ProcessId id;

  private Child(Process process) {
    this.process = process;
    this.id = ProcessId.of(process.toHandle());
  }

  /**
   * Starts a program.
   *
   * @param guardJar as {@link GuardJar} wrote it
   * @param logs where to append what it prints
   */
  public static Child start(JavaCommand command, Path guardJar, LogFiles logs) throws IOException {
    for (Path directory : command.scratch()) {
      Directories.empty(directory);
    }
    Path temporary = Files.createDirectories(logs.temporary());
    ProcessBuilder builder =
        new ProcessBuilder(command.commandLine(guardJar, temporary))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logs.out(command.name()).toFile()))
            .directory(logs.directory().toFile());
    builder.environment().putAll(command.environment());
    return new Child(builder.start());
  }

  public ProcessId id() {
    return id;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit status when the process has ended. */
  public CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks the process to end, and after the grace period makes it. Returns when it has ended. */
  public void stop(Duration grace) {
    boolean interrupted = false;
    try {
      if (!grace.isZero()) {
        process.destroy();
      }
      if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    process.destroyForcibly().onExit().join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
