package io.mysimbdp.local.deploy;

import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.local.stack.LocalStack;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.TenantJobs;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes what runs on a stack what is wanted: starts the jobs and the trigger of each deployed
 * tenant, also after the stack was started again (then from the newest checkpoint), and ends those
 * of a tenant that is not wanted any more. While Flink is away it waits: jobs come back by
 * themselves with the JobManager.
 */
public final class DeploymentKeeper {
  private static final long EVERY_MS = 1_000;
  private static final long AFTER_FAILURE_MS = 10_000;

  /** What was wanted last, and its jobs, which know what they have asked of Flink. */
  private record Kept(Deployment deployment, TenantJobs jobs) {}

  private final LocalStack stack;
  private final Project project;
  private final StackLayout layout;
  private final DeploymentFiles files;
  private final Map<String, Kept> running = new HashMap<>();
  private final Map<String, Long> notBefore = new HashMap<>();

  public DeploymentKeeper(LocalStack stack, Project project, StackLayout layout) {
    this.stack = stack;
    this.project = project;
    this.layout = layout;
    this.files = new DeploymentFiles(layout);
  }

  /** Goes on until the stack is closed. */
  public void run() throws InterruptedException {
    while (!stack.isClosing()) {
      try {
        for (Deployment deployment : files.wanted()) {
          keep(deployment);
        }
        for (String tenant : files.present()) {
          if (files.wanted(tenant).isEmpty()) {
            end(tenant);
          }
        }
      } catch (IOException | RuntimeException | Error e) {
        // An Error too: everything ends with this process, and too few threads is soon over.
        System.out.println("deployments: " + e);
      }
      Thread.sleep(EVERY_MS);
    }
  }

  private void keep(Deployment deployment) throws IOException {
    String tenant = deployment.tenant();
    if (System.currentTimeMillis() < notBefore.getOrDefault(tenant, 0L)) {
      return;
    }
    try {
      jobs(deployment).ensure();
      stack.keepRunning(
          "Trigger of " + tenant,
          TriggerProcess.command(processName(tenant), project, layout, tenant));
      setStatus(tenant, DeploymentFiles.RUNNING);
    } catch (IOException | RuntimeException | Error e) {
      if (!stack.isClosing()) {
        notBefore.put(tenant, System.currentTimeMillis() + AFTER_FAILURE_MS);
        System.out.println("tenant " + tenant + ": " + e);
        if (!isAway(e)) {
          setStatus(tenant, String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private TenantJobs jobs(Deployment deployment) {
    Kept kept = running.get(deployment.tenant());
    if (kept == null || !kept.deployment().equals(deployment)) {
      kept =
          new Kept(deployment, new TenantJobs(deployment.on(project, stack.addresses(), layout)));
      running.put(deployment.tenant(), kept);
    }
    return kept.jobs();
  }

  private static boolean isAway(Throwable e) {
    return e instanceof FlinkException flink && flink.kind() == FlinkException.Kind.UNREACHABLE;
  }

  private void setStatus(String tenant, String text) throws IOException {
    if (!files.status(tenant).equals(java.util.Optional.of(text))) {
      files.status(tenant, text);
    }
  }

  private void end(String tenant) throws IOException, InterruptedException {
    stack.stopKeeping(processName(tenant));
    Kept kept = running.get(tenant);
    if (kept != null) {
      kept.jobs().stop();
      running.remove(tenant);
    }
    notBefore.remove(tenant);
    files.gone(tenant);
  }

  private static String processName(String tenant) {
    return "trigger-" + tenant;
  }
}
