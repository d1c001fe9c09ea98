package io.mysimbdp.local.endtoend.stack;

import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.dataset.LedgerJson;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any tenant, deployed by the command line for as long as this is open. */
public record DeployedTenant(Stack stack, String name) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Deploys it. */
  public static DeployedTenant of(Stack stack, String name, String... options) {
    DeployedTenant deployed = new DeployedTenant(stack, name);
    deployed.run("deploy", options);
    return deployed;
  }

  /** Runs a command about this tenant to its good end. */
  public Finished run(String command, String... more) {
    return start(command, more).await(PATIENCE).succeeded();
  }

  /** Starts a command about this tenant and returns at once. */
  public CommandLine.Running start(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, name));
    arguments.addAll(List.of(more));
    return stack.commands().start(arguments.toArray(String[]::new));
  }

  /** Starts to feed it with one dataset, a file for each raw stream. */
  public CommandLine.Running feed(Map<String, Path> inputs) {
    List<String> files = new ArrayList<>();
    inputs.forEach((stream, file) -> files.addAll(List.of("--input", stream + "=" + file)));
    return start("emulate", files.toArray(String[]::new));
  }

  /** Waits until its only dataset is through the batch run, and writes out all that it has. */
  public Path export() {
    DatasetLedger ledger = await().atMost(PATIENCE).until(this::done, Optional::isPresent).get();
    Path folder = stack.folder("deployed-" + name);
    try {
      new io.mysimbdp.local.export.Export(
              Definitions.read(Project.find().tenants().resolve(name)),
              stack.brokers(),
              stack.cassandra(),
              folder)
          .write(ledger);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot export " + name, e);
    }
  }

  private Optional<DatasetLedger> done() {
    try (CqlSession session = CoreDms.open(stack.cassandra())) {
      return session
          .execute("SELECT state, ledger FROM mysimbdp.datasets WHERE tenant = '" + name + "'")
          .all()
          .stream()
          .filter(row -> "DONE".equals(row.getString("state")))
          .map(row -> LedgerJson.read(row.getString("ledger")))
          .findAny();
    }
  }

  @Override
  public void close() {
    run("undeploy", "--purge");
  }
}
