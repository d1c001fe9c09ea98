package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.platform.definition.Tenant;

/** A batch job of a tenant is at work. */
record BatchJobAtWork(Tenant tenant, FlinkJobs flink) implements Moment {
  @Override
  public void await() {
    // One that is at work already will do.
  }

  @Override
  public boolean isHere() {
    return flink.anyRunning(tenant.name() + ".batch.");
  }

  @Override
  public boolean hadPassed(long seen) {
    return !isHere();
  }
}
