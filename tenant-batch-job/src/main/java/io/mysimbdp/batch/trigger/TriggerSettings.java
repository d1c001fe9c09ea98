package io.mysimbdp.batch.trigger;

import io.mysimbdp.batch.run.BatchTarget;
import io.mysimbdp.platform.definition.Tenant;

/**
 * What a trigger works on.
 *
 * @param kafka bootstrap servers
 * @param cassandra contact points
 */
public record TriggerSettings(Tenant tenant, String kafka, String cassandra, BatchTarget target) {}
