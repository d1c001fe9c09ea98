package io.mysimbdp.local.endtoend.oracle;

/**
 * A stretch of event time.
 *
 * @param start inclusive, milliseconds since the epoch
 * @param end exclusive, milliseconds since the epoch
 */
public record Window(long start, long end) {}
