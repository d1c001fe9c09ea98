package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;

/**
 * One group's window that no record can join any more.
 *
 * @param start start of the window, milliseconds since the epoch, inclusive
 * @param end its end, exclusive
 * @param accumulator what it comes to; of a cumulative window the running total, which goes on
 *     growing: to be read at once
 * @param records how many (record, window) pairs its row stands for; of a cumulative window the
 *     records that are in no earlier row
 */
public record FinishedWindow(
    GroupKey key, long start, long end, Accumulator accumulator, long records) {}
