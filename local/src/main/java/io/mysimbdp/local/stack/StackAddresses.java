package io.mysimbdp.local.stack;

/**
 * Where the servers of a stack are reached.
 *
 * @param kafka {@code HOST:PORT} of the broker
 * @param cassandra {@code HOST:PORT} for CQL
 * @param flink URL of the REST API and web UI, without a slash at the end
 * @param gateways through which tenants' jobs reach the stores; null if they go there straight
 */
public record StackAddresses(String kafka, String cassandra, String flink, Gateways gateways) {
  /** Where everybody goes straight to the servers. */
  public StackAddresses(String kafka, String cassandra, String flink) {
    this(kafka, cassandra, flink, null);
  }

  static StackAddresses of(WantedPorts wanted, StackPorts ports) {
    return new StackAddresses(
        local(ports.kafka()),
        local(ports.cassandra()),
        "http://" + local(ports.flink()),
        wanted.gatewayed()
            ? new Gateways(
                local(wanted.kafkaGateway()),
                local(ports.kafkaBehind()),
                local(wanted.cassandraGateway()))
            : null);
  }

  private static String local(int port) {
    return "127.0.0.1:" + port;
  }

  /** What tenants' jobs are told. */
  public StackAddresses toldToJobs() {
    return gateways == null
        ? this
        : new StackAddresses(gateways.kafka(), gateways.cassandra(), flink);
  }
}
