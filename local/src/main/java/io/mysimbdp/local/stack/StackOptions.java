package io.mysimbdp.local.stack;

import java.nio.file.Path;

/**
 * What a stack should be like.
 *
 * @param home directory of its data, logs and state; created
 * @param kafkaPort of the broker; 0 for any free one
 * @param cassandraPort for CQL; 0 for any free one
 * @param flinkPort of REST and web UI; 0 for any free one
 * @param usualPorts whether a port that is left open should be the server's usual one if it is free
 * @param taskManagers how many TaskManagers, with the slots that {@code flink-conf} says each
 * @param temporary whether what the servers have stored goes with the stack; the logs stay
 * @param kafkaGateway port on which somebody else listens and passes on to the broker what tenants'
 *     jobs send; 0 if they connect to the broker itself
 * @param cassandraGateway the same for Cassandra
 */
public record StackOptions(
    Project project,
    Path home,
    int kafkaPort,
    int cassandraPort,
    int flinkPort,
    boolean usualPorts,
    int taskManagers,
    boolean temporary,
    int kafkaGateway,
    int cassandraGateway) {

  /** One TaskManager, any free ports. */
  public static StackOptions of(Project project, Path home) {
    return new StackOptions(project, home, 0, 0, 0, false, 1, false, 0, 0);
  }

  /** The same with this many TaskManagers. */
  public StackOptions withTaskManagers(int count) {
    return new StackOptions(
        project,
        home,
        kafkaPort,
        cassandraPort,
        flinkPort,
        usualPorts,
        count,
        temporary,
        kafkaGateway,
        cassandraGateway);
  }

  /** The same with these ports, 0 for any. */
  public StackOptions withPorts(int kafka, int cassandra, int flink) {
    return new StackOptions(
        project,
        home,
        kafka,
        cassandra,
        flink,
        usualPorts,
        taskManagers,
        temporary,
        kafkaGateway,
        cassandraGateway);
  }

  /** The same, preferring the servers' usual ports where nobody listens on them. */
  public StackOptions preferringUsualPorts() {
    return new StackOptions(
        project,
        home,
        kafkaPort,
        cassandraPort,
        flinkPort,
        true,
        taskManagers,
        temporary,
        kafkaGateway,
        cassandraGateway);
  }

  /** The same, to be thrown away when it is closed: quickly, and with its data. */
  public StackOptions thrownAway() {
    return new StackOptions(
        project,
        home,
        kafkaPort,
        cassandraPort,
        flinkPort,
        usualPorts,
        taskManagers,
        true,
        kafkaGateway,
        cassandraGateway);
  }

  /** The same with jobs that reach the broker and Cassandra through these ports only. */
  public StackOptions withGateways(int kafka, int cassandra) {
    return new StackOptions(
        project,
        home,
        kafkaPort,
        cassandraPort,
        flinkPort,
        usualPorts,
        taskManagers,
        temporary,
        kafka,
        cassandra);
  }

  /** Whether jobs reach the stores through gateways. */
  boolean gatewayed() {
    return kafkaGateway != 0;
  }

  /** Fails if somebody listens on a port that these options name. */
  public void requirePorts() throws PortTakenException {
    StackPorts.choose(this);
  }

  public StackLayout layout() {
    return new StackLayout(home);
  }
}
