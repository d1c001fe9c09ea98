package io.mysimbdp.local.cli;

import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.batch.flink.JobState;
import io.mysimbdp.batch.trigger.TenantBooks;
import io.mysimbdp.local.deploy.Deployment;
import io.mysimbdp.local.deploy.DeploymentFiles;
import io.mysimbdp.local.stack.StackAddresses;
import io.mysimbdp.local.stack.StackLayout;
import io.mysimbdp.local.stack.StackState;
import io.mysimbdp.platform.dataset.Loss;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what runs. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    header = "Show the local stack: addresses, servers, jobs; of a tenant also its datasets.",
    description = {
      "",
      "With TENANT, says of each of its datasets whether its ledger balances or what it waits for,"
          + " of a batch run with failed attempts at which it is and why the last one failed, and"
          + " which transactions were lost.",
      "",
      "Exit status: 0 if the stack is up and nothing of the tenant is lost, else 1.",
      ""
    })
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TENANT",
      description = "Name of a tenant that is deployed, such as vm-cpu.")
  private String tenant;

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
    return tenant == null ? 0 : books(state.get().addresses(), out);
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

  private int books(StackAddresses addresses, PrintWriter out) throws IOException {
    DeploymentFiles files = new DeploymentFiles(new StackLayout(home.directory()));
    Deployment deployment =
        files
            .wanted(tenant)
            .orElseThrow(() -> Failure.wrongUse("tenant " + tenant + " is not deployed"));
    TenantBooks books =
        TenantBooks.read(
            Definitions.read(deployment.definition()), addresses.kafka(), addresses.cassandra());
    out.printf("%-16s %s: %s%n", "tenant", tenant, files.status(tenant).orElse("starting"));
    books.datasets().forEach((name, how) -> out.printf("%-16s %s: %s%n", "dataset", name, how));
    books.runs().forEach((name, how) -> out.printf("%-16s %s: %s%n", "batch run", name, how));
    for (Loss loss : books.losses()) {
      out.printf("%-16s %s: %s%n", "LOST", Instant.ofEpochMilli(loss.noticed()), loss.sentence());
    }
    if (books.lost()) {
      out.printf(
          "%nSilver of %s is lost. Make it again from the raw topics: ./mysimbdp replay %s%n",
          tenant, tenant);
    }
    out.flush();
    return books.lost() ? Failure.FAILED : 0;
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
