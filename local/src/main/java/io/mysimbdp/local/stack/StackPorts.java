package io.mysimbdp.local.stack;

/**
 * The ports that one stack listens on, all on the loopback address.
 *
 * @param kafka of the broker
 * @param kafkaBehind of the broker for what comes through its gateway, if there is one
 * @param cassandra for CQL
 * @param flink REST and web UI
 */
record StackPorts(
    int kafka,
    int kafkaBehind,
    int kafkaController,
    int cassandra,
    int cassandraStorage,
    int flink,
    int flinkRpc,
    int zooKeeper) {

  private static final int KAFKA_USUAL = 9092;
  private static final int CASSANDRA_USUAL = 9042;
  private static final int FLINK_USUAL = 8081;

  /** Those that are asked for; of the others the usual one, if wanted and free, or any. */
  static StackPorts choose(WantedPorts wanted) throws PortTakenException {
    Ports ports = new Ports();
    boolean usual = wanted.usual();
    int kafka = one(ports, wanted.kafka(), usual, KAFKA_USUAL, "--kafka-port");
    int cassandra = one(ports, wanted.cassandra(), usual, CASSANDRA_USUAL, "--cassandra-port");
    int flink = one(ports, wanted.flink(), usual, FLINK_USUAL, "--flink-port");
    return new StackPorts(
        kafka,
        ports.free(),
        ports.free(),
        cassandra,
        ports.free(),
        flink,
        ports.free(),
        ports.free());
  }

  private static int one(Ports ports, int wanted, boolean preferUsual, int usual, String option)
      throws PortTakenException {
    return wanted == 0 && preferUsual ? ports.preferred(usual) : ports.wantedOrFree(wanted, option);
  }
}
