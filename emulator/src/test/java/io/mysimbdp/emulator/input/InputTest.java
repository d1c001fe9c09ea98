package io.mysimbdp.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.emulator.VmCpu;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputTest {
  private static final Tenant ONE = VmCpu.tenant();
  private static final Tenant TWO =
      new Tenant(
          "cluster",
          "cluster",
          ZoneOffset.UTC,
          List.of(named("job-events"), named("task-events")),
          List.of(),
          List.of(),
          ONE.agreement(),
          null);

  private static RawStream named(String name) {
    RawStream readings = VmCpu.readings();
    return new RawStream(
        name,
        readings.schema(),
        readings.format(),
        readings.key(),
        readings.partitions(),
        readings.eventTime(),
        readings.outOfOrderness(),
        readings.idleAfter(),
        readings.quality(),
        readings.extend(),
        readings.identity());
  }

  @Test
  void theStreamMayBeLeftOutWhereThereIsOnlyOne() {
    assertThat(Input.parse("a/b.csv", ONE)).isEqualTo(new Input("readings", Path.of("a/b.csv")));
    assertThat(Input.parse("readings=b.csv", ONE))
        .isEqualTo(new Input("readings", Path.of("b.csv")));
    assertThat(Input.parse("x=b.csv", ONE)).isEqualTo(new Input("readings", Path.of("x=b.csv")));
  }

  @Test
  void itMustBeNamedWhereThereAreSeveral() {
    assertThat(Input.parse("task-events=b.csv", TWO))
        .isEqualTo(new Input("task-events", Path.of("b.csv")));
    assertThatThrownBy(() -> Input.parse("b.csv", TWO))
        .hasMessageContaining("write STREAM=PATH with one of job-events, task-events");
  }
}
