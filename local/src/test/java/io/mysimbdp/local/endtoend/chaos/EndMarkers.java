package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** An end marker of a dataset stands in a raw partition, and no completion of it is committed. */
final class EndMarkers implements Moment {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Kafka kafka;
  private final Map<String, Tenant> tenants = new HashMap<>();
  private final KafkaConsumer<byte[], byte[]> raw;
  private Tenant tenant;
  private String dataset;

  EndMarkers(Scene scene) {
    this.kafka = new Kafka(scene.stack().brokers());
    scene
        .tenants()
        .forEach(
            owner ->
                owner
                    .raw()
                    .forEach(stream -> tenants.put(Names.rawTopic(owner, stream.name()), owner)));
    this.raw = kafka.fromNowOn(tenants.keySet());
  }

  @Override
  public String name() {
    return "end marker";
  }

  @Override
  public Optional<Sight> now() {
    for (ConsumerRecord<byte[], byte[]> record : raw.poll(POLL)) {
      Optional<String> closed = RawDatasets.closedBy(record);
      if (closed.isPresent()) {
        tenant = tenants.get(record.topic());
        dataset = closed.get();
        return Optional.of(
            new Sight(
                tenant,
                Names.streamJob(tenant),
                "end marker of dataset %s at offset %d of %s, partition %d"
                    .formatted(dataset, record.offset(), record.topic(), record.partition())));
      }
    }
    return Optional.empty();
  }

  /** Whatever was committed before the instant is committed now. */
  @Override
  public Optional<String> overBefore(long instant) {
    AtomicLong completions = new AtomicLong();
    kafka.forEach(
        Names.completionsTopic(tenant),
        record -> {
          try {
            if (DatasetJson.readCompletion(record.value()).dataset().equals(dataset)) {
              completions.incrementAndGet();
            }
          } catch (IOException e) {
            throw new UncheckedIOException("a completion that is none", e);
          }
        });
    return completions.get() == 0
        ? Optional.empty()
        : Optional.of(completions.get() + " completions of it were committed");
  }

  @Override
  public void close() {
    raw.close(Duration.ofSeconds(5));
  }
}
