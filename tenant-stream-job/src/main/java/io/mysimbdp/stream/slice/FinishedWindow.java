package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;

/**
 * One group's window that no record can join any more.
 *
 * @param start start of the window, milliseconds since the epoch, inclusive
 * @param end its end, exclusive
 */
public record FinishedWindow(GroupKey key, long start, long end, Accumulator accumulator) {}
