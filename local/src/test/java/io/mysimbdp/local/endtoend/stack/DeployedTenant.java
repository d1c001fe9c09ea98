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

  /** Deploys it at parallelism 1. */
  public static DeployedTenant deploy(Stack stack, String name) {
    stack.mysimbdp(PATIENCE, "deploy", name, "--parallelism", "1").succeeded();
    return new DeployedTenant(stack, name);
  }

  /** Starts to feed it with one dataset, a file for each raw stream. */
  public CommandLine.Running feed(Map<String, Path> inputs) {
    List<String> command = new ArrayList<>(List.of("emulate", name));
    inputs.forEach((stream, file) -> command.addAll(List.of("--input", stream + "=" + file)));
    return stack.commands().start(command.toArray(String[]::new));
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
    stack.mysimbdp(PATIENCE, "undeploy", name, "--purge").succeeded();
  }
}
