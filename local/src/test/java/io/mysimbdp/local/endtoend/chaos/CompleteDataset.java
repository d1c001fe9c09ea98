package io.mysimbdp.local.endtoend.chaos;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.dataset.CompletionCollector;
import io.mysimbdp.platform.dataset.CompletionSet;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * All completions of a dataset are committed, those before it are dealt with, so that the trigger
 * is at this one, and its batch run is not recorded.
 */
final class CompleteDataset implements Moment {
  private static final Duration POLL = Duration.ofMillis(20);

  /** What is complete of a tenant and not known to be dealt with, in order. */
  private record Waiting(Tenant tenant, CompletionCollector collector, List<String> datasets) {}

  private final CqlSession session;
  private final BatchRunTimes runs;
  private final Map<String, Waiting> byTopic = new HashMap<>();
  private final KafkaConsumer<byte[], byte[]> completions;
  private Tenant tenant;
  private String run;

  CompleteDataset(Scene scene) {
    this.session = CoreDms.open(scene.stack().cassandra());
    this.runs = new BatchRunTimes(scene.stack().cassandra());
    for (Tenant owner : scene.tenants()) {
      byTopic.put(
          Names.completionsTopic(owner),
          new Waiting(owner, new CompletionCollector(), new ArrayList<>()));
    }
    this.completions = new Kafka(scene.stack().brokers()).fromTheBeginning(byTopic.keySet());
  }

  @Override
  public String name() {
    return "complete dataset that the trigger has come to and whose batch run is not recorded";
  }

  @Override
  public Optional<Sight> now() {
    completions.poll(POLL).forEach(this::add);
    return byTopic.values().stream().flatMap(waiting -> now(waiting).stream()).findFirst();
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    Waiting waiting = byTopic.get(record.topic());
    try {
      waiting
          .collector()
          .add(DatasetJson.readCompletion(record.value()), record.offset())
          .map(CompletionSet::dataset)
          .ifPresent(waiting.datasets()::add);
    } catch (IOException e) {
      throw new UncheckedIOException("a completion that is none", e);
    }
  }

  private Optional<Sight> now(Waiting waiting) {
    if (waiting.datasets().isEmpty()) {
      return Optional.empty();
    }
    session
        .execute(
            "SELECT dataset, state FROM mysimbdp.datasets WHERE tenant = ?",
            waiting.tenant().name())
        .forEach(
            row -> {
              if (!"COMPLETE".equals(row.getString("state"))) {
                waiting.datasets().remove(row.getString("dataset"));
              }
            });
    if (waiting.datasets().isEmpty()) {
      return Optional.empty();
    }
    String dataset = waiting.datasets().get(0);
    tenant = waiting.tenant();
    run = "dataset-" + dataset;
    boolean recorded =
        session
                .execute(
                    "SELECT run FROM mysimbdp.batch_runs WHERE tenant = ? AND run = ?",
                    tenant.name(),
                    run)
                .one()
            != null;
    return recorded
        ? Optional.empty()
        : Optional.of(
            new Sight(
                tenant,
                // What the trigger waits for before it records the run.
                Names.loaderJob(tenant),
                "dataset %s of %s is complete, those before it are dealt with"
                    .formatted(dataset, tenant.name())));
  }

  @Override
  public Optional<String> overBefore(long instant) {
    return runs.started(tenant, run)
        .filter(started -> started < instant)
        .map(started -> "its run was recorded %d ms before".formatted(instant - started));
  }

  @Override
  public void close() {
    completions.close(Duration.ofSeconds(5));
    session.close();
  }
}
