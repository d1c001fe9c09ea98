package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.platform.definition.Tenant;
import java.util.Optional;

/** A batch job of a tenant is at work. */
record BatchAtWork(Tenant tenant, FlinkJobs flink) implements Moment {
  @Override
  public String name() {
    return "batch job at work";
  }

  @Override
  public Optional<String> now() {
    return flink.anyRunning(tenant.name() + ".batch.")
        ? Optional.of("a batch job is at work")
        : Optional.empty();
  }

  @Override
  public Optional<String> overBefore(long instant) {
    return now().isPresent() ? Optional.empty() : Optional.of("it has ended");
  }

  @Override
  public void close() {
    // Everything is asked for anew.
  }
}
