package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.GroupKey;

/**
 * What one subtask of the source has gathered for one group and slice; on its way to the subtask
 * that owns the group.
 *
 * @param slice start of the slice, of cumulative windows that of the period; milliseconds since the
 *     epoch
 * @param firstEnd end of the first window that it joins; windows of the slice that end before go
 *     without it
 * @param accumulator as {@link io.mysimbdp.platform.rollup.RollupProgram} writes it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared
public record Partial(GroupKey key, long slice, long firstEnd, byte[] accumulator) {}
