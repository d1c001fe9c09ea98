package io.mysimbdp.local.endtoend.chaos;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.batch.trigger.Trigger;
import io.mysimbdp.batch.trigger.TriggerListener;
import io.mysimbdp.batch.trigger.TriggerSettings;
import io.mysimbdp.local.endtoend.rows.ExportedFolder;
import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.AliasPlacement;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.Ledgers;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.export.Export;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.local.tenant.TenantStores;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tenant that gets another one's raw records, and is left in peace with them. */
final class Twin implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final DatasetLedger NO_LEDGER =
      new DatasetLedger("", 0, 0, 0, List.of(), Map.of(), Map.of(), List.of());

  private final Stack stack;
  private final Placement placement;

  private Twin(Stack stack, Placement placement) {
    this.stack = stack;
    this.placement = placement;
  }

  /** The twin of a tenant, with all its raw records. */
  static Twin of(Stack stack, Tenant tenant) {
    Placement placement = AliasPlacement.on(stack, tenant.name(), tenant.name() + "-twin");
    TenantStores.ensure(placement);
    Kafka kafka = new Kafka(stack.brokers());
    for (RawStream stream : tenant.raw()) {
      kafka.copy(
          Names.rawTopic(tenant, stream.name()), Names.rawTopic(placement.tenant(), stream.name()));
    }
    return new Twin(stack, placement);
  }

  /** Runs its jobs until these datasets are through their batch runs. */
  void seeThrough(List<String> datasets) {
    TenantJobs jobs = new TenantJobs(placement);
    try {
      jobs.ensure();
      TriggerSettings settings =
          new TriggerSettings(
              placement.tenant(), stack.brokers(), stack.cassandra(), jobs.batchTarget());
      try (Trigger trigger = new Trigger(settings, TriggerListener.NONE)) {
        for (String dataset : datasets) {
          trigger.awaitDataset(dataset, PATIENCE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run the twin's jobs", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  Map<String, JsonNode> ledgers() {
    try (CqlSession coredms = CoreDms.open(stack.cassandra())) {
      return Ledgers.of(coredms, placement.tenant().name());
    }
  }

  /** Everything that the two have, file by file of an export. */
  List<Comparison> compare(Tenant disturbed) {
    Map<String, List<String>> expected = ExportedFolder.rows(export(placement.tenant()));
    Map<String, List<String>> found = ExportedFolder.rows(export(disturbed));
    List<Comparison> comparisons = new ArrayList<>();
    expected.forEach(
        (file, rows) ->
            comparisons.add(
                Comparison.of(
                    disturbed.name() + ": " + file.replace(".ndjson", ""),
                    rows(rows.stream()),
                    rows(found.getOrDefault(file, List.of()).stream()))));
    return comparisons;
  }

  /** The gold on its topics. */
  List<Comparison> compareGold(Tenant disturbed) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Rollup table : disturbed.gold()) {
      Rows expected = rows(values(Names.goldTopic(placement.tenant(), table)));
      Rows found = rows(values(Names.goldTopic(disturbed, table)));
      String what = "%s: gold in Kafka: %s".formatted(disturbed.name(), table.name());
      comparisons.add(GoldOnTopic.compare(what, expected, found));
    }
    return comparisons;
  }

  private Stream<String> values(String topic) {
    List<String> values = new ArrayList<>();
    new Kafka(stack.brokers())
        .forEach(topic, record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
    return values.stream();
  }

  private Path export(Tenant tenant) {
    Path folder = stack.folder("export-" + tenant.name());
    try {
      new Export(tenant, stack.brokers(), stack.cassandra(), folder).write(NO_LEDGER);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot export " + tenant.name(), e);
    }
  }

  private static Rows rows(Stream<String> lines) {
    return Rows.of(lines.map(line -> new Row(line, "")));
  }

  @Override
  public void close() {
    try {
      new TenantJobs(placement).remove();
      TenantStores.remove(placement);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the twin", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
