package io.mysimbdp.stream.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.stream.output.OutputTopics;
import io.mysimbdp.stream.output.SinkInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;

/** What a transaction holds is known when it is committed, also by a job that was restored. */
class PreparedSerializerTest {
  private static final int CONNECTORS = 1;
  private final PreparedSerializer<String> serializer = new PreparedSerializer<>(new Texts());

  @Test
  void theNoteGoesThroughACheckpoint() throws IOException {
    Tenant tenant = Definitions.read(Path.of("../tenants/vm-cpu"));
    ContentsCount count = new ContentsCount(new OutputTopics(tenant), 1, 0);
    count.add(plain(OutputTopics.LATE, "x"));
    assertThat(count.take().after()).isZero();
    count.checkpoint(17);
    count.add(plain(OutputTopics.LATE, "x"));
    count.add(plain(OutputTopics.LATE, "y"));
    count.add(plain(OutputTopics.COMPLETIONS, "jan"));
    Prepared<String> prepared = new Prepared<>("tx", count.take());

    assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(prepared)))
        .isEqualTo(prepared)
        .extracting(Prepared::contents)
        .isEqualTo(
            new Contents(
                1, 17, Map.of("vm-cpu.late", 2L, "vm-cpu.completions", 1L), List.of("jan")));
    assertThat(count.take().records()).isEmpty();
  }

  @Test
  void whatTheConnectorAloneHasWrittenIsRead() throws IOException {
    assertThat(serializer.deserialize(CONNECTORS, new Texts().serialize("tx")))
        .isEqualTo(new Prepared<>("tx", Contents.UNKNOWN));
  }

  private static SinkInput.Outgoing plain(int topic, String key) {
    return SinkInput.Outgoing.plain(topic, key.getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  /** The connector's serializer. */
  private static final class Texts implements SimpleVersionedSerializer<String> {
    @Override
    public int getVersion() {
      return CONNECTORS;
    }

    @Override
    public byte[] serialize(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String deserialize(int version, byte[] bytes) {
      assertThat(version).isEqualTo(CONNECTORS);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
