package io.mysimbdp.local.deploy;

import io.mysimbdp.local.process.JavaCommand;
import io.mysimbdp.local.stack.LocalStack;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes what runs on a stack what is wanted: starts the jobs and the trigger of each deployed
 * tenant, also after the stack or its JobManager was restarted (then from the newest checkpoint),
 * and ends those of a tenant that is not wanted any more.
 */
public final class DeploymentKeeper {
  private static final long EVERY_MS = 1_000;
  private static final long AFTER_FAILURE_MS = 10_000;

  private final LocalStack stack;
  private final Project project;
  private final StackLayout layout;
  private final DeploymentFiles files;
  private final Map<String, Deployment> running = new HashMap<>();
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
          running.putIfAbsent(deployment.tenant(), deployment);
          keep(deployment);
        }
        for (String tenant : files.present()) {
          if (files.wanted(tenant).isEmpty()) {
            end(tenant);
          }
        }
      } catch (IOException | RuntimeException e) {
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
      Placement placement = deployment.on(project, stack.addresses(), layout);
      new TenantJobs(placement).ensure();
      stack.keepRunning("Trigger of " + tenant, trigger(tenant));
      setStatus(tenant, DeploymentFiles.RUNNING);
    } catch (IOException | RuntimeException e) {
      if (!stack.isClosing()) {
        notBefore.put(tenant, System.currentTimeMillis() + AFTER_FAILURE_MS);
        System.out.println("tenant " + tenant + ": " + e);
        setStatus(tenant, String.valueOf(e.getMessage()));
      }
    }
  }

  private void setStatus(String tenant, String text) throws IOException {
    if (!files.status(tenant).equals(java.util.Optional.of(text))) {
      files.status(tenant, text);
    }
  }

  private void end(String tenant) throws IOException, InterruptedException {
    stack.stopKeeping(processName(tenant));
    Deployment was = running.remove(tenant);
    if (was != null && Files.isDirectory(was.definition())) {
      new TenantJobs(was.on(project, stack.addresses(), layout)).stop();
    }
    notBefore.remove(tenant);
    files.gone(tenant);
  }

  private static String processName(String tenant) {
    return "trigger-" + tenant;
  }

  private JavaCommand trigger(String tenant) {
    return new JavaCommand(
        processName(tenant),
        System.getProperty("java.class.path"),
        TriggerProcess.class.getName(),
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-D" + Project.ROOT_PROPERTY + "=" + project.root(),
            "-Dorg.slf4j.simpleLogger.log.io.mysimbdp=info"),
        List.of(layout.home().toString(), tenant),
        Map.of());
  }
}
