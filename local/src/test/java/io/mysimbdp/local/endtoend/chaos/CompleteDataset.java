package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.dataset.CompletionCollector;
import io.mysimbdp.platform.dataset.CompletionSet;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** All completions of a dataset are committed, and its batch run is not recorded. */
final class CompleteDataset implements Moment {
  private static final Duration POLL = Duration.ofMillis(100);

  private final BatchRunTimes runs;
  private final Map<String, Tenant> tenants = new HashMap<>();
  private final Map<String, CompletionCollector> collectors = new HashMap<>();
  private final KafkaConsumer<byte[], byte[]> completions;
  private Tenant tenant;
  private String run;

  CompleteDataset(Scene scene) {
    this.runs = new BatchRunTimes(scene.stack().cassandra());
    scene
        .tenants()
        .forEach(
            owner -> {
              tenants.put(Names.completionsTopic(owner), owner);
              collectors.put(Names.completionsTopic(owner), new CompletionCollector());
            });
    this.completions = new Kafka(scene.stack().brokers()).fromNowOn(tenants.keySet());
  }

  @Override
  public String name() {
    return "complete dataset";
  }

  @Override
  public Optional<String> now() {
    for (ConsumerRecord<byte[], byte[]> record : completions.poll(POLL)) {
      Optional<CompletionSet> complete = add(record);
      if (complete.isPresent()) {
        tenant = tenants.get(record.topic());
        run = "dataset-" + complete.get().dataset();
        return Optional.of(
            "dataset %s of %s is complete at offset %d of its completions"
                .formatted(complete.get().dataset(), tenant.name(), record.offset()));
      }
    }
    return Optional.empty();
  }

  private Optional<CompletionSet> add(ConsumerRecord<byte[], byte[]> record) {
    try {
      return collectors
          .get(record.topic())
          .add(DatasetJson.readCompletion(record.value()), record.offset());
    } catch (IOException e) {
      throw new UncheckedIOException("a completion that is none", e);
    }
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
  }
}
