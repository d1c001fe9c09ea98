package io.mysimbdp.local.cli;

import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.local.tenant.TenantStores;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a run leaves on a stack that goes on after it: topics, tables, jobs. Closed, they are
 * removed; also if the program is told to end.
 */
final class Traces implements AutoCloseable {
  private final Placement placement;
  private final AtomicBoolean done;
  private final Thread onExit = new Thread(this::remove, "remove-traces");

  /**
   * @param leave whether to leave them
   */
  Traces(Placement placement, boolean leave) {
    this.placement = placement;
    this.done = new AtomicBoolean(leave);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /** Under which name they stand. */
  String name() {
    return placement.tenant().name();
  }

  private void remove() {
    if (!done.compareAndSet(false, true)) {
      return;
    }
    try {
      new TenantJobs(placement).remove();
      TenantStores.remove(placement);
    } catch (Exception e) {
      System.err.println(
          "mysimbdp: could not remove everything of " + name() + " from the stack: " + e);
    }
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The program is ending; the hook finds nothing to do.
    }
  }
}
