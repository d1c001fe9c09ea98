package io.mysimbdp.stream.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.stream.gate.Gated;
import io.mysimbdp.stream.gate.LatenessGate;
import io.mysimbdp.stream.gate.PartitionState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a partition's watermark goes on. */
class GatedOutputTest {
  private static final Path BUILDING = Path.of("src/test/resources/tenants/building");
  private static final String WINDOWS =
      "  person_activity:\n    from: sightings\n    group_by: [person]\n"
          + "    window: {tumbling: 12h}\n    aggregates: {events: count()}\n\nagreement:";

  @TempDir Path folder;

  /** Else who is where would be known when the day is over. */
  @Test
  void withPresenceItGoesOnEverySecondHoweverLongTheWindows() throws IOException {
    Path tenants = Files.createDirectories(folder.resolve("building"));
    Files.copy(BUILDING.resolve("sighting.avsc"), tenants.resolve("sighting.avsc"));
    String yaml = Files.readString(BUILDING.resolve("tenant.yaml"));
    Files.writeString(tenants.resolve("tenant.yaml"), yaml.replace("agreement:", WINDOWS));
    assertThat(watermarks(Definitions.read(tenants), 10_000, 10_300, 11_200, 20_000))
        .containsExactly(4_999L, 6_199L, 14_999L);
  }

  private static List<Long> watermarks(Tenant tenant, long... times) {
    RawStream stream = tenant.rawStream("sightings");
    Recorded recorded = new Recorded();
    LatenessGate gate = new LatenessGate(tenant, stream, 1);
    PartitionState state = new PartitionState(tenant.silverOf("sightings").size());
    GatedOutput output = new GatedOutput(gate, state, 5_000, recorded);
    for (long time : times) {
      String json = "{\"person\":\"ann\",\"room\":\"hall\",\"seen\":%d}".formatted(time);
      output.collect(
          new ConsumerRecord<>("sightings", 0, time, null, json.getBytes(StandardCharsets.UTF_8)));
    }
    return recorded.watermarks;
  }

  /** Notes the watermarks. */
  private static final class Recorded implements SourceOutput<Gated> {
    private final List<Long> watermarks = new ArrayList<>();

    @Override
    public void collect(Gated record) {
      assertThat(record).isNotInstanceOf(Gated.Dead.class);
    }

    @Override
    public void collect(Gated record, long timestamp) {
      collect(record);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
