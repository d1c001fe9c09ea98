package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;

/**
 * What one raw record says: an entity was in a place.
 *
 * @param entity a {@link DatasetKey}
 * @param place a {@link DatasetKey} of the same group and dataset
 * @param time event time, milliseconds since the epoch
 */
public record Sighting(GroupKey entity, GroupKey place, long time) {}
