package io.mysimbdp.stream.presence;

import io.mysimbdp.platform.rollup.GroupKey;

/**
 * One entity's coming into a place or going from it.
 *
 * @param place a {@link DatasetKey}
 * @param instant milliseconds since the epoch
 * @param arrival whether it came
 * @param records the raw records that an arrival stands for; 0 of a departure
 */
public record Move(GroupKey place, long instant, boolean arrival, long records) {}
