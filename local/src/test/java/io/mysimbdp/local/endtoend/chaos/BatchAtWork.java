package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.Optional;

/** A batch job of a tenant is at work. */
record BatchAtWork(Tenant tenant, FlinkJobs flink) implements Moment {
  @Override
  public String name() {
    return "batch job at work";
  }

  @Override
  public Optional<Sight> now() {
    String jobs = Names.batchJobs(tenant);
    return flink.anyRunning(jobs)
        ? Optional.of(new Sight(tenant, jobs, "a batch job is at work"))
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
