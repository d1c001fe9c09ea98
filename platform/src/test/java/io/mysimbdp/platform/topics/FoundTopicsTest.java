package io.mysimbdp.platform.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class FoundTopicsTest {
  private static final Node BROKER = new Node(1, "localhost", 9092);

  /** Taken for absent, it would outlive a purge, and the tenant's next life would go on in it. */
  @Test
  void aTopicWithoutALeaderIsThere() {
    FoundTopics found = found(BROKER, null);
    assertThat(found.has("late")).isTrue();
    assertThat(found.partitions()).isEqualTo(Map.of("late", 2));
  }

  @Test
  void itServesWhenEveryPartitionHasALeader() {
    List<String> late = List.of("late");
    assertThat(found(BROKER, BROKER).serve(late)).isTrue();
    assertThat(found(BROKER, null).serve(late)).isFalse();
    assertThat(found(BROKER, Node.noNode()).serve(late)).isFalse();
  }

  @Test
  void whatIsNotThereDoesNotServe() {
    assertThat(found(BROKER).serve(List.of("late", "alerts"))).isFalse();
  }

  private static FoundTopics found(Node... leaders) {
    List<TopicPartitionInfo> partitions =
        IntStream.range(0, leaders.length)
            .mapToObj(p -> new TopicPartitionInfo(p, leaders[p], List.of(BROKER), List.of()))
            .toList();
    return new FoundTopics(Map.of("late", new TopicDescription("late", false, partitions)));
  }
}
