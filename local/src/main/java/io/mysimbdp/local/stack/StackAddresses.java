package io.mysimbdp.local.stack;

/**
 * Where the servers of a stack are reached.
 *
 * @param kafka {@code HOST:PORT} of the broker
 * @param cassandra {@code HOST:PORT} for CQL
 * @param flink URL of the REST API and web UI, without a slash at the end
 */
public record StackAddresses(String kafka, String cassandra, String flink) {
  static StackAddresses of(StackPorts ports) {
    return new StackAddresses(
        "127.0.0.1:" + ports.kafka(),
        "127.0.0.1:" + ports.cassandra(),
        "http://127.0.0.1:" + ports.flink());
  }
}
