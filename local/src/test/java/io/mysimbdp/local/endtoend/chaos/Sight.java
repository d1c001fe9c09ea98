package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.platform.definition.Tenant;

/**
 * What is seen when a moment has come.
 *
 * @param tenant whose moment it is
 * @param job the name of its job that is at work, wherever a TaskManager is to be hit
 * @param words for the report
 */
record Sight(Tenant tenant, String job, String words) {}
