package io.mysimbdp.local.cli;

import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.batch.flink.JobState;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackState;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what runs. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Show the local stack: addresses, servers, jobs.",
    description = {"", "Exit status: 0 if the stack is up, 1 if it is not.", ""})
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<StackState> state = home.control().running();
    if (state.isEmpty()) {
      out.println("No stack is running in " + home.directory() + ".");
      return Failure.FAILED;
    }
    print(state.get(), out);
    if (state.get().phase() != StackState.Phase.UP) {
      return Failure.FAILED;
    }
    printJobs(state.get().addresses(), out);
    return 0;
  }

  /** The addresses and servers of a stack. */
  static void print(StackState state, PrintWriter out) {
    StackAddresses addresses = state.addresses();
    out.println();
    out.println("Stack            " + state.phase().name().toLowerCase(java.util.Locale.ROOT));
    out.println("Flink web UI     " + addresses.flink());
    out.println("Kafka broker     " + addresses.kafka());
    out.println("Cassandra        " + addresses.cassandra());
    out.println("Logs             " + state.logs());
    for (StackState.ServerState server : state.servers()) {
      String pid = server.process() == null ? "restarting" : "pid " + server.process().pid();
      String again = server.restarts() == 0 ? "" : ", restarted " + server.restarts() + " times";
      out.printf("%-16s %s%s%n", server.name(), pid, again);
    }
    out.flush();
  }

  private static void printJobs(StackAddresses addresses, PrintWriter out) {
    for (JobState job : new FlinkRest(URI.create(addresses.flink())).jobs()) {
      if (!job.ended()) {
        out.printf("%-16s %s %s%n", "job", job.name(), job.state());
      }
    }
    out.flush();
  }
}
