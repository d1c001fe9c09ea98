package io.mysimbdp.local.endtoend.stack;

import io.mysimbdp.batch.trigger.Trigger;
import io.mysimbdp.batch.trigger.TriggerListener;
import io.mysimbdp.batch.trigger.TriggerSettings;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import java.time.Duration;

/** A trigger in a process of its own that dies, as by {@code kill -9}, right after a given step. */
public final class HaltingTrigger {
  /** Exit status of a process that got a SIGKILL. */
  public static final int KILLED = 137;

  private HaltingTrigger() {}

  /**
   * Sees one dataset through.
   *
   * @param args the arguments of {@link AliasPlacement}, the dataset, the step or {@code none}
   */
  public static void main(String... args) throws Exception {
    Placement placement = AliasPlacement.of(args[0], args[1], args[2], args[3], args[4]);
    TriggerSettings settings =
        new TriggerSettings(
            placement.tenant(),
            placement.addresses().kafka(),
            placement.addresses().cassandra(),
            new TenantJobs(placement).batchTarget());
    try (Trigger trigger = new Trigger(settings, haltAfter(args[6]))) {
      trigger.awaitDataset(args[5], Duration.ofMinutes(3));
    }
  }

  private static TriggerListener haltAfter(String deadly) {
    return (step, dataset) -> {
      if (deadly.equals(step.name())) {
        Runtime.getRuntime().halt(KILLED);
      }
    };
  }
}
