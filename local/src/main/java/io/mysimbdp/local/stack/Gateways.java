package io.mysimbdp.local.stack;

/**
 * Where tenants' jobs reach the stores if somebody stands between: each address is that of a
 * program which passes on what comes.
 *
 * @param kafka {@code HOST:PORT} that the broker tells the jobs to connect to
 * @param kafkaBehind {@code HOST:PORT} of the broker for what came through {@code kafka}
 * @param cassandra {@code HOST:PORT}; what comes through it goes to Cassandra's own port
 */
public record Gateways(String kafka, String kafkaBehind, String cassandra) {}
