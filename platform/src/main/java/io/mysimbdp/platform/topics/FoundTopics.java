package io.mysimbdp.platform.topics;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Topics that a broker has. While it starts, or another takes over, partitions are without a
 * leader: nobody can read or write them, but they are there, with all their records.
 */
record FoundTopics(Map<String, TopicDescription> byName) {
  Set<String> names() {
    return byName.keySet();
  }

  boolean has(String topic) {
    return byName.containsKey(topic);
  }

  /** How many partitions each has. */
  Map<String, Integer> partitions() {
    Map<String, Integer> partitions = new TreeMap<>();
    byName.forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    return partitions;
  }

  /** Whether these are all there, and every partition of them can be written. */
  boolean serve(Collection<String> topics) {
    return names().containsAll(topics)
        && topics.stream()
            .flatMap(topic -> byName.get(topic).partitions().stream())
            .map(TopicPartitionInfo::leader)
            .allMatch(leader -> leader != null && !leader.isEmpty());
  }
}
