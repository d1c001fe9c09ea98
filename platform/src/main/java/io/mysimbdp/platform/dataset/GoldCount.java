package io.mysimbdp.platform.dataset;

/**
 * The rows of one gold table after a batch run.
 *
 * @param written rows that the run wrote
 * @param stored rows that coredms holds for its interval once stale ones are removed
 */
public record GoldCount(long written, long stored) {}
