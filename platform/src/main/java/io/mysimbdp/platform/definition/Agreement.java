package io.mysimbdp.platform.definition;

import java.io.Serializable;
import java.time.Duration;

/**
 * What the platform owes a tenant.
 *
 * @param parallelism of the tenant's jobs
 * @param schedule cron expression in UTC; null for none. Nothing goes by it yet
 * @param retentionDays how long coredms and the topics keep rows
 * @param checkpointInterval the time between checkpoints, hence the delay of exactly-once output
 */
public record Agreement(
    int parallelism, String schedule, int retentionDays, Duration checkpointInterval)
    implements Serializable {}
