package io.mysimbdp.batch.trigger;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the broker says about a tenant's silver topics and their loader. */
final class SilverTopics {
  private final Admin admin;
  private final Tenant tenant;

  SilverTopics(Admin admin, Tenant tenant) {
    this.admin = admin;
    this.tenant = tenant;
  }

  /** Every partition of every silver topic, with its analytic. */
  Map<TopicPartition, Rollup> partitions() throws InterruptedException {
    Map<String, Rollup> analytics = new LinkedHashMap<>();
    tenant.silver().forEach(a -> analytics.put(Names.silverTopic(tenant, a), a));
    Map<String, TopicDescription> topics =
        get(admin.describeTopics(analytics.keySet()).allTopicNames(), "describe the silver topics");
    Map<TopicPartition, Rollup> partitions = new LinkedHashMap<>();
    topics.forEach(
        (name, topic) ->
            topic
                .partitions()
                .forEach(
                    p ->
                        partitions.put(
                            new TopicPartition(name, p.partition()), analytics.get(name))));
    return partitions;
  }

  /** The high watermarks: behind everything written so far, whether committed or not. */
  Map<TopicPartition, Long> ends(Iterable<TopicPartition> partitions) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new LinkedHashMap<>();
    get(
            admin
                .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all(),
            "read the ends of the silver topics")
        .forEach((partition, offset) -> ends.put(partition, offset.offset()));
    return ends;
  }

  /** Up to where the loader has brought silver to coredms, by its committed offsets. */
  Map<TopicPartition, Long> loaded() throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(
            admin.listConsumerGroupOffsets(Names.loaderJob(tenant)).partitionsToOffsetAndMetadata(),
            "read the loader's offsets");
    Map<TopicPartition, Long> offsets = new HashMap<>();
    committed.forEach(
        (partition, offset) -> {
          if (offset != null) {
            offsets.put(partition, offset.offset());
          }
        });
    return offsets;
  }

  private static <T> T get(KafkaFuture<T> future, String what) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new TriggerException(
          "cannot %s: %s. Is the broker running, and is the tenant deployed?"
              .formatted(what, e.getCause().getMessage()),
          e.getCause());
    }
  }
}
