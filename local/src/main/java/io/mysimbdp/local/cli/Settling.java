package io.mysimbdp.local.cli;

import io.mysimbdp.local.deploy.DeploymentFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Waits until the stack's owner has done what a command wanted of a tenant.
 *
 * @param home of the stack, which has to be up all the time
 * @param err is told what keeps a tenant from running
 */
record Settling(HomeOption home, DeploymentFiles files, PrintWriter err) {
  /** Several times what the owner waits between two tries. */
  static final Duration STARTED = Duration.ofMinutes(3);

  private static final Duration GONE = Duration.ofMinutes(4);
  private static final long POLL_MS = 200;

  /**
   * Waits until the tenant runs. A trouble ends nothing: the owner tries again, and most pass.
   *
   * @return what still keeps it from that when patience is over; empty once it runs
   */
  Optional<String> awaitRunning(String tenant, Duration patience)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    String trouble = null;
    while (true) {
      String status = files.status(tenant).orElse(trouble);
      if (DeploymentFiles.RUNNING.equals(status)) {
        return Optional.empty();
      }
      if (!Objects.equals(status, trouble)) {
        trouble = status;
        err.println("tenant " + tenant + " does not run yet, and is tried again: " + trouble);
        err.flush();
      }
      home.running();
      if (System.nanoTime() > deadline) {
        return Optional.of(
            trouble != null
                ? trouble
                : "it does not run after " + patience.toSeconds() + " s; see " + supervisorLog());
      }
      Thread.sleep(POLL_MS);
    }
  }

  /** Waits until nothing of the tenant runs any more. */
  void awaitGone(String tenant) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + GONE.toNanos();
    while (files.status(tenant).isPresent()) {
      home.running();
      if (System.nanoTime() > deadline) {
        throw Failure.failed("tenant " + tenant + " still runs; see " + supervisorLog());
      }
      Thread.sleep(POLL_MS);
    }
  }

  private String supervisorLog() {
    return home.directory().resolve("supervisor.out").toString();
  }
}
