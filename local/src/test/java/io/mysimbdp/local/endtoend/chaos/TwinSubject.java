package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.stack.AliasPlacement;
import io.mysimbdp.local.endtoend.stack.DeployedTenant;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.Ledgers;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Any tenant. The truth about it is what the platform makes of the very same raw records when
 * nothing disturbs it: in the end they are copied, offset by offset, into the raw topics of a twin.
 * That the undisturbed platform is right is held against independent computations by other tests.
 */
final class TwinSubject implements Subject {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Stack stack;
  private final ChaosOptions options;
  private final Feeding feeding;
  private final DeployedTenant deployed;
  private final Tenant tenant;

  TwinSubject(Stack stack, ChaosOptions options, String name) {
    this.stack = stack;
    this.options = options;
    this.feeding = Feeding.of(name);
    this.deployed = DeployedTenant.of(stack, name, "--parallelism", "1");
    this.tenant = AliasPlacement.on(stack, name, name).tenant();
  }

  @Override
  public Tenant tenant() {
    return tenant;
  }

  @Override
  public List<String> emulate(int number, boolean hurried) {
    List<String> when = feeding.when(number);
    if (when.isEmpty()) {
      return List.of();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "emulate",
                tenant.name(),
                "--synthetic",
                "--seed=" + (options.seed() + number),
                "--dataset=" + Subject.dataset(number),
                "--records=" + feeding.records(),
                // Longer than any of them waits for what is out of order.
                "--delayed=0.02",
                "--delay=20m",
                "--faults=0.005"));
    command.addAll(when);
    if (!hurried) {
      command.add("--rate=" + Math.max(1, feeding.records() / duration(number)));
    }
    return command;
  }

  /** Seconds that a dataset lasts. */
  private int duration(int number) {
    return options.inFull() ? feeding.seconds(number) : 40;
  }

  @Override
  public void settle() {
    awaitLedgers(closed().size());
    deployed.run("undeploy");
  }

  private List<String> closed() {
    return RawDatasets.closed(new Kafka(stack.brokers()), tenant);
  }

  @Override
  public List<Comparison> judge() {
    List<String> closed = closed();
    Map<String, JsonNode> ledgers = ledgers();
    try (Twin twin = Twin.of(stack, tenant)) {
      twin.seeThrough(closed);
      List<Comparison> comparisons = new ArrayList<>();
      comparisons.addAll(twin.compare(tenant));
      BatchRuns runs = BatchRuns.of(stack, tenant.name());
      comparisons.addAll(twin.compareGold(tenant));
      comparisons.add(
          RepeatedAlerts.of(alerts()).compare(tenant.name() + ": alerts that repeat an id"));
      Map<String, JsonNode> undisturbed = twin.ledgers();
      comparisons.add(
          LedgerProblems.compare(
              tenant.name() + ": ledgers",
              closed,
              ledgers,
              (dataset, ledger) -> wrong(ledger, undisturbed.get(dataset))));
      comparisons.add(runs.compare(tenant.name() + ": batch runs, one a dataset", closed));
      return comparisons;
    }
  }

  private void awaitLedgers(int count) {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(LOOK)
          .ignoreExceptions()
          .until(() -> ledgers().size() >= count);
    } catch (ConditionTimeoutException e) {
      // Which ones are missing is said by the comparison.
    }
  }

  private Map<String, JsonNode> ledgers() {
    try (CqlSession coredms = CoreDms.open(stack.cassandra())) {
      return Ledgers.of(coredms, tenant.name());
    }
  }

  private String wrong(JsonNode ledger, JsonNode expected) {
    return ledger.equals(expected) ? "" : "%s, but undisturbed %s".formatted(ledger, expected);
  }

  private List<JsonNode> alerts() {
    List<JsonNode> alerts = new ArrayList<>();
    new Kafka(stack.brokers())
        .forEach(Names.alertsTopic(tenant), record -> alerts.add(LiveTenant.json(record.value())));
    return alerts;
  }

  @Override
  public void close() {
    deployed.close();
  }
}
