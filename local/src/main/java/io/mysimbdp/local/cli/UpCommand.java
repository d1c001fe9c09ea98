package io.mysimbdp.local.cli;

import io.mysimbdp.local.stack.Project;
import io.mysimbdp.local.stack.StackOptions;
import io.mysimbdp.local.stack.StackState;
import io.mysimbdp.local.stack.WantedPorts;
import io.mysimbdp.local.supervisor.StackControl;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the local stack, or finds the one that runs. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Start the local stack: Kafka, Cassandra and Flink on this machine.",
    description = {
      "",
      "The servers go on in the background until 'mysimbdp down'; one that dies is started again."
          + " What they store is kept for the next 'up'. If the stack is up already, this says where"
          + " and changes nothing.",
      ""
    })
final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Port of the Kafka broker (default: 9092 if it is free, else any).")
  private int kafkaPort;

  @Option(
      names = "--cassandra-port",
      paramLabel = "PORT",
      description = "Port of Cassandra (default: 9042 if it is free, else any).")
  private int cassandraPort;

  @Option(
      names = "--flink-port",
      paramLabel = "PORT",
      description = "Port of Flink's web UI and REST API (default: 8081 if it is free, else any).")
  private int flinkPort;

  @Option(
      names = "--taskmanagers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many Flink TaskManagers, of up to 4 GB each (default: ${DEFAULT-VALUE}).")
  private int taskManagers;

  @Option(
      names = "--gateways",
      paramLabel = "KAFKA_PORT,CASSANDRA_PORT",
      split = ",",
      hidden = true,
      description =
          "Ports through which tenants' jobs reach the stores; tests disturb what passes.")
  private List<Integer> gateways = List.of();

  @Override
  public Integer call() throws Exception {
    if (taskManagers < 1) {
      throw Failure.wrongUse("--taskmanagers must be 1 or more, not " + taskManagers);
    }
    if (!gateways.isEmpty() && gateways.size() != 2) {
      throw Failure.wrongUse("--gateways wants two ports, not " + gateways);
    }
    PrintWriter out = spec.commandLine().getOut();
    StackControl control = home.control();
    Optional<StackState> before = control.running();
    StackState state;
    if (before.isPresent()) {
      boolean isUp = before.get().phase() == StackState.Phase.UP;
      out.println(isUp ? "The stack is already up." : "The stack is being started already.");
      state = isUp ? before.get() : control.awaitUp(out::println);
    } else {
      out.println("Starting Kafka, Cassandra and Flink; this takes about 15 seconds.");
      out.flush();
      WantedPorts asked = WantedPorts.of(kafkaPort, cassandraPort, flinkPort);
      // A test that broke off may leave programs behind which still look for its servers; they
      // must not find the next test's at the usual ports.
      WantedPorts ports =
          gateways.isEmpty()
              ? asked.preferringUsual()
              : asked.behind(gateways.get(0), gateways.get(1));
      state =
          control.up(
              StackOptions.of(Project.find(), home.directory())
                  .with(ports)
                  .withTaskManagers(taskManagers),
              line -> {
                out.println(line);
                out.flush();
              });
    }
    StatusCommand.print(state, out);
    return 0;
  }
}
