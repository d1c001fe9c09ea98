package io.mysimbdp.local.stack;

/**
 * The ports that somebody asks for; 0 for any free one.
 *
 * @param kafka of the broker
 * @param cassandra for CQL
 * @param flink of REST and web UI
 * @param usual whether a port that is left open should be the server's usual one if it is free
 * @param kafkaGateway on which somebody else listens and passes on to the broker what tenants' jobs
 *     send; 0 if they connect to the broker itself
 * @param cassandraGateway the same for Cassandra
 */
public record WantedPorts(
    int kafka, int cassandra, int flink, boolean usual, int kafkaGateway, int cassandraGateway) {

  /** Any free ports. */
  public static final WantedPorts ANY = of(0, 0, 0);

  /** These, and no gateways. */
  public static WantedPorts of(int kafka, int cassandra, int flink) {
    return new WantedPorts(kafka, cassandra, flink, false, 0, 0);
  }

  /** The same, preferring the servers' usual ports where nobody listens on them. */
  public WantedPorts preferringUsual() {
    return new WantedPorts(kafka, cassandra, flink, true, kafkaGateway, cassandraGateway);
  }

  /** The same with jobs that reach the broker and Cassandra through these ports only. */
  public WantedPorts behind(int kafkaGateway, int cassandraGateway) {
    return new WantedPorts(kafka, cassandra, flink, usual, kafkaGateway, cassandraGateway);
  }

  /** Whether jobs reach the stores through gateways. */
  boolean gatewayed() {
    return kafkaGateway != 0;
  }
}
