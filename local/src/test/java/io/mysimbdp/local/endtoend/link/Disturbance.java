package io.mysimbdp.local.endtoend.link;

/**
 * What a link has done to those who used it.
 *
 * @param held directions of connections in which something had to wait for its end
 * @param refused connections that were not let in
 * @param delayed pieces that arrived later than without it
 */
public record Disturbance(long held, long refused, long delayed) {}
