package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.Locale;

/** What a fault hits. */
enum Target {
  /** Its heartbeats are missed after 20 seconds; then its slots are given up. */
  TASK_MANAGER("taskmanager-", Duration.ofSeconds(30)),
  /** Everybody's heartbeats to it are missed after 20 seconds. */
  JOB_MANAGER("jobmanager", Duration.ofSeconds(30)),
  /** Clients give a request up after 30 seconds. */
  BROKER("kafka", Duration.ofSeconds(40)),
  /** The loader gives a write up after 60 seconds. */
  CASSANDRA("cassandra", Duration.ofSeconds(70)),
  /** Its connections to Cassandra are given up after 30 seconds without an answer. */
  TRIGGER("trigger-", Duration.ofSeconds(40)),
  /** The broker forgets nobody so soon; its own requests are given up after 30 seconds. */
  EMULATOR("", Duration.ofSeconds(40)),
  /** Between jobs and the broker: clients give a request up after 30 seconds. */
  KAFKA_LINK("", Duration.ofSeconds(40)),
  /** Between jobs and Cassandra: the loader gives a write up after 60 seconds. */
  CASSANDRA_LINK("", Duration.ofSeconds(70)),
  /** A TaskManager in which tasks of a tenant's loader run, or that job alone. */
  LOADER("taskmanager-", Duration.ofSeconds(30)),
  /** Two or three of the others at once; nobody waits longer than for the slowest of them. */
  SEVERAL("", Duration.ofSeconds(70)),
  /** No process: the two jobs of one tenant and its trigger. */
  JOBS("", Duration.ZERO),
  /** No process either: where Flink's checkpoints go. */
  CHECKPOINT_DISK("", Duration.ZERO);

  private final String server;
  private final Duration beyondTimeouts;

  Target(String server, Duration beyondTimeouts) {
    this.server = server;
    this.beyondTimeouts = beyondTimeouts;
  }

  /** How the name of its process begins among the servers of the stack; empty if it is none. */
  String server() {
    return server;
  }

  /** A span after which others take it for dead. */
  Duration beyondTimeouts() {
    return beyondTimeouts;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
