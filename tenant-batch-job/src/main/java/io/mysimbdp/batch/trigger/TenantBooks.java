package io.mysimbdp.batch.trigger;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.DatasetRecord;
import io.mysimbdp.platform.coredms.DatasetStore;
import io.mysimbdp.platform.dataset.Loss;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.Timestamps;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How a tenant's datasets stand, for a person.
 *
 * @param datasets a sentence for each, by name: first those that are recorded, in the order in
 *     which they were completed, then those that wait
 * @param runs a sentence for each batch run that goes on although an attempt has failed, by name
 * @param losses transactions that Kafka had aborted before they were committed
 * @param lost whether silver is missing, by a transaction or by a ledger
 */
public record TenantBooks(
    Map<String, String> datasets, Map<String, String> runs, List<Loss> losses, boolean lost) {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Reads the completions and what is recorded in coredms. */
  public static TenantBooks read(Tenant tenant, String kafka, String cassandra) {
    CompletionRecords records = records(tenant, kafka);
    boolean lost = !records.losses().isEmpty();
    Map<String, String> datasets = new LinkedHashMap<>();
    Map<String, String> runs;
    try (CqlSession session = CoreDms.open(cassandra)) {
      for (DatasetRecord dataset : new DatasetStore(session).all(tenant.name())) {
        datasets.put(dataset.dataset(), sentence(dataset));
        lost |= dataset.state() == DatasetRecord.State.INCOMPLETE;
      }
      runs = troubled(new BatchRunStore(session).all(tenant.name()));
    }
    records.waiting().forEach((dataset, why) -> datasets.putIfAbsent(dataset, "WAITING: " + why));
    return new TenantBooks(datasets, runs, records.losses(), lost);
  }

  /** What there is to say about those that go on although an attempt has failed. */
  static Map<String, String> troubled(List<BatchRunRecord> runs) {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (BatchRunRecord run : runs) {
      if (run.state() == BatchRunRecord.State.STARTED && run.error() != null) {
        sentences.put(
            run.run(),
            "started %s, now at attempt %d; attempt %d failed: %s"
                .formatted(
                    Timestamps.format(run.started().toEpochMilli()),
                    run.attempt(),
                    run.attempt() - 1,
                    run.error()));
      }
    }
    return sentences;
  }

  private static CompletionRecords records(Tenant tenant, String kafka) {
    CompletionRecords records = new CompletionRecords();
    List<TopicPartition> topic = List.of(new TopicPartition(Names.completionsTopic(tenant), 0));
    try (var consumer = Reading.committed(kafka)) {
      consumer.assign(topic);
      consumer.seekToBeginning(topic);
      long end = consumer.endOffsets(topic).get(topic.get(0));
      while (consumer.position(topic.get(0)) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          try {
            records.take(record);
          } catch (IOException e) {
            // The trigger complains about it.
          }
        }
      }
    }
    return records;
  }

  private static String sentence(DatasetRecord dataset) {
    String problems = String.join("; ", dataset.ledger().problems());
    return switch (dataset.state()) {
      case DONE ->
          dataset.ledger().balanced()
              ? "done, its ledger balances"
              : "done, NOT BALANCED: " + problems;
      case COMPLETE -> "silver complete, batch run not ended";
      case INCOMPLETE -> "INCOMPLETE, silver is lost, no batch run: " + problems;
    };
  }
}
