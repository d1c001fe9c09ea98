package io.mysimbdp.platform.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Agreement;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TenantTopicsTest {
  private final Tenant tenant =
      new Tenant(
          "vm-cpu",
          "vm_cpu",
          ZoneOffset.UTC,
          List.of(
              new RawStream(
                  "readings",
                  null,
                  null,
                  List.of(0),
                  4,
                  null,
                  Duration.ZERO,
                  null,
                  List.of(),
                  List.of(),
                  null)),
          List.of(),
          List.of(),
          new Agreement(3, null, 2, Duration.ofSeconds(10)),
          null);

  @Test
  void topicsHaveTheirPartitions() {
    assertThat(partitions(OptionalInt.empty()))
        .isEqualTo(
            Map.of(
                "vm-cpu.raw.readings", 4,
                "vm-cpu.late", 3,
                "vm-cpu.dead-letters", 3,
                "vm-cpu.alerts", 1,
                "vm-cpu.completions", 1));
  }

  @Test
  void theNumberOfRawPartitionsMayBeGiven() {
    assertThat(partitions(OptionalInt.of(7))).containsEntry("vm-cpu.raw.readings", 7);
  }

  @Test
  void completionsStayWhenOtherRecordsExpire() {
    Map<String, String> retention =
        TenantTopics.wanted(tenant, OptionalInt.empty()).stream()
            .collect(Collectors.toMap(NewTopic::name, t -> t.configs().get("retention.ms")));
    assertThat(retention)
        .containsEntry("vm-cpu.raw.readings", "172800000")
        .containsEntry("vm-cpu.completions", "-1");
  }

  private Map<String, Integer> partitions(OptionalInt raw) {
    return TenantTopics.wanted(tenant, raw).stream()
        .collect(Collectors.toMap(NewTopic::name, NewTopic::numPartitions));
  }
}
