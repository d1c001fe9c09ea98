package io.mysimbdp.local.cli;

import io.mysimbdp.local.deploy.DeploymentFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits until the stack's owner has done what a command wanted of a tenant.
 *
 * @param home of the stack, which has to be up all the time
 */
record Settling(HomeOption home, DeploymentFiles files) {
  private static final Duration STARTED = Duration.ofMinutes(3);
  private static final Duration GONE = Duration.ofMinutes(4);
  private static final long POLL_MS = 200;

  /** Waits until the tenant runs; what keeps it from that, or empty once it does. */
  Optional<String> awaitRunning(String tenant) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + STARTED.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<String> status = files.status(tenant);
      if (status.isPresent()) {
        return status.filter(text -> !text.equals(DeploymentFiles.RUNNING));
      }
      home.running();
      Thread.sleep(POLL_MS);
    }
    return Optional.of(
        "it does not run after " + STARTED.toSeconds() + " s; see " + supervisorLog());
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
