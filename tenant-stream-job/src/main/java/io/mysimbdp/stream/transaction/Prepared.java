package io.mysimbdp.stream.transaction;

/**
 * A transaction that is to be committed, with a note of what it holds.
 *
 * @param <C> how the connector knows it
 */
record Prepared<C>(C transaction, Contents contents) {}
