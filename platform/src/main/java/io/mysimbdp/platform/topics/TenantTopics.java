package io.mysimbdp.platform.topics;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A tenant's topics.
 *
 * <p>A raw topic has the partitions that its stream declares, since they are part of the result's
 * ledger. Silver topics and the late and dead-letter topics have as many as the tenant's jobs have
 * subtasks, so that each subtask of the loader has one to read. Alerts and gold, which people read,
 * have one; so have the completions, whose order matters. All keep their records as long as the
 * agreement says, but for the completions, which are small and stay.
 */
public final class TenantTopics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private TenantTopics() {}

  /**
   * Creates the topics that are missing and waits until the broker knows them; others are left
   * alone.
   *
   * @param partitions of every raw topic instead of what its stream declares
   * @throws TopicsException if a raw topic is there with another number of partitions, or the
   *     broker refuses or does not answer
   */
  public static void ensure(Admin admin, Tenant tenant, OptionalInt partitions) {
    List<NewTopic> wanted = wanted(tenant, partitions);
    FoundTopics present = present(admin, wanted);
    for (RawStream stream : tenant.raw()) {
      String topic = Names.rawTopic(tenant, stream.name());
      int wantedPartitions = partitions.orElse(stream.partitions());
      int found = present.partitions().getOrDefault(topic, wantedPartitions);
      if (found != wantedPartitions) {
        throw new TopicsException(
            ("topic %s has %d partitions where %d are wanted. Records would no longer stay with"
                    + " their key, so it is left as it is: ask for %d, or undeploy the tenant first")
                .formatted(topic, found, wantedPartitions, found));
      }
    }
    create(admin, wanted.stream().filter(t -> !present.has(t.name())).toList());
    await(admin, wanted, true);
  }

  /**
   * Creates the topics that are missing, whatever the others look like.
   *
   * @return how many partitions each raw topic has, by stream
   * @throws TopicsException if the broker refuses or does not answer
   */
  public static Map<String, Integer> ensureMissing(Admin admin, Tenant tenant) {
    List<NewTopic> wanted = wanted(tenant, OptionalInt.empty());
    FoundTopics present = present(admin, wanted);
    create(admin, wanted.stream().filter(t -> !present.has(t.name())).toList());
    await(admin, wanted, true);
    Map<String, Integer> found = present(admin, wanted).partitions();
    Map<String, Integer> partitions = new LinkedHashMap<>();
    for (RawStream stream : tenant.raw()) {
      partitions.put(stream.name(), found.get(Names.rawTopic(tenant, stream.name())));
    }
    return partitions;
  }

  /**
   * What tells the topics that the stream job writes from others of the same names that were there
   * before them: the id of the completions topic.
   */
  public static String incarnation(Admin admin, Tenant tenant) {
    String topic = Names.completionsTopic(tenant);
    return get(
            admin.describeTopics(List.of(topic)).topicNameValues().get(topic),
            "describe topic " + topic,
            UnknownTopicOrPartitionException.class)
        .map(description -> description.topicId().toString())
        .orElseThrow(() -> new TopicsException("the broker does not describe topic " + topic));
  }

  /** Deletes the tenant's topics, as far as they are there, and waits until they are gone. */
  public static void delete(Admin admin, Tenant tenant) {
    delete(admin, wanted(tenant, OptionalInt.empty()));
  }

  /** The same, but the raw topics stay. */
  public static void deleteDerived(Admin admin, Tenant tenant) {
    Set<String> raw = rawTopics(tenant);
    delete(
        admin,
        wanted(tenant, OptionalInt.empty()).stream()
            .filter(topic -> !raw.contains(topic.name()))
            .toList());
  }

  private static Set<String> rawTopics(Tenant tenant) {
    return tenant.raw().stream()
        .map(stream -> Names.rawTopic(tenant, stream.name()))
        .collect(Collectors.toSet());
  }

  /** Of the raw partitions whose first records are gone, where they begin now. */
  public static Map<TopicPartition, Long> shortened(Admin admin, Tenant tenant) {
    Set<String> raw = rawTopics(tenant);
    Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
    present(
            admin,
            wanted(tenant, OptionalInt.empty()).stream()
                .filter(topic -> raw.contains(topic.name()))
                .toList())
        .partitions()
        .forEach(
            (topic, partitions) -> {
              for (int partition = 0; partition < partitions; partition++) {
                earliest.put(new TopicPartition(topic, partition), OffsetSpec.earliest());
              }
            });
    Map<TopicPartition, Long> shortened = new LinkedHashMap<>();
    get(
            admin.listOffsets(earliest).all(),
            "read where the raw topics begin",
            UnknownTopicOrPartitionException.class)
        .orElse(Map.of())
        .forEach(
            (partition, begin) -> {
              if (begin.offset() > 0) {
                shortened.put(partition, begin.offset());
              }
            });
    return shortened;
  }

  private static void delete(Admin admin, List<NewTopic> topics) {
    admin
        .deleteTopics(present(admin, topics).names())
        .topicNameValues()
        .forEach(
            (topic, deleted) ->
                get(deleted, "delete topic " + topic, UnknownTopicOrPartitionException.class));
    await(admin, topics, false);
  }

  /** Every topic of the tenant, as it is created. */
  static List<NewTopic> wanted(Tenant tenant, OptionalInt partitions) {
    int parallel = Math.max(1, tenant.agreement().parallelism());
    Map<String, Integer> topics = new LinkedHashMap<>();
    for (RawStream stream : tenant.raw()) {
      topics.put(Names.rawTopic(tenant, stream.name()), partitions.orElse(stream.partitions()));
    }
    for (Rollup analytic : tenant.silver()) {
      topics.put(Names.silverTopic(tenant, analytic), parallel);
    }
    topics.put(Names.lateTopic(tenant), parallel);
    topics.put(Names.deadLettersTopic(tenant), parallel);
    topics.put(Names.alertsTopic(tenant), 1);
    topics.put(Names.completionsTopic(tenant), 1);
    for (Rollup table : tenant.gold()) {
      topics.put(Names.goldTopic(tenant, table), 1);
    }
    Duration retention = Duration.ofDays(tenant.agreement().retentionDays());
    List<NewTopic> result = new ArrayList<>();
    topics.forEach(
        (name, count) ->
            result.add(
                topic(
                    name, count, name.equals(Names.completionsTopic(tenant)) ? null : retention)));
    return result;
  }

  /** The replication factor is the broker's default. */
  private static NewTopic topic(String name, int partitions, Duration retention) {
    long millis = retention == null || retention.isZero() ? -1 : retention.toMillis();
    return new NewTopic(name, Optional.of(partitions), Optional.empty())
        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(millis)));
  }

  /** Of these topics the ones that are there. */
  private static FoundTopics present(Admin admin, List<NewTopic> topics) {
    Map<String, TopicDescription> found = new HashMap<>();
    admin
        .describeTopics(names(topics))
        .topicNameValues()
        .forEach(
            (name, description) ->
                get(description, "describe topic " + name, UnknownTopicOrPartitionException.class)
                    .ifPresent(topic -> found.put(name, topic)));
    return new FoundTopics(found);
  }

  private static List<String> names(List<NewTopic> topics) {
    return topics.stream().map(NewTopic::name).toList();
  }

  private static void create(Admin admin, List<NewTopic> topics) {
    admin
        .createTopics(topics)
        .values()
        .forEach(
            (name, created) -> get(created, "create topic " + name, TopicExistsException.class));
  }

  /** The broker answers before every part of it knows a new topic. */
  private static void await(Admin admin, List<NewTopic> topics, boolean there) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (there
        ? !present(admin, topics).serve(names(topics))
        : !present(admin, topics).names().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new TopicsException(
            "the broker has not %s the topics %s within %d s; see its log"
                .formatted(there ? "made" : "removed", names(topics), PATIENCE.toSeconds()));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** The result; empty if there is none, or if it failed in the way that does not matter. */
  private static <T> Optional<T> get(
      KafkaFuture<T> future, String what, Class<? extends ApiException> harmless) {
    try {
      return Optional.ofNullable(future.get());
    } catch (ExecutionException e) {
      if (harmless.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw new TopicsException(
          "cannot %s: %s".formatted(what, e.getCause().getMessage()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicsException("interrupted while about to " + what, e);
    }
  }
}
