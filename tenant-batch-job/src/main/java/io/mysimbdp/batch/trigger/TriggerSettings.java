package io.mysimbdp.batch.trigger;

import io.mysimbdp.batch.run.BatchTarget;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Clock;

/**
 * What a trigger works on.
 *
 * @param kafka bootstrap servers
 * @param cassandra contact points
 * @param clock of the machine that it runs on
 */
public record TriggerSettings(
    Tenant tenant, String kafka, String cassandra, BatchTarget target, Clock clock) {

  /** With the clock of this machine. */
  public TriggerSettings(Tenant tenant, String kafka, String cassandra, BatchTarget target) {
    this(tenant, kafka, cassandra, target, Clock.systemUTC());
  }
}
