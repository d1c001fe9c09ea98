package io.mysimbdp.stream.gate;

import static io.mysimbdp.stream.VmCpu.raw;
import static io.mysimbdp.stream.VmCpu.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Identity;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.stream.VmCpu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A stream whose readings are recognised by VM and time, and remembered for ten minutes. */
class DuplicatesTest {
  private final LatenessGate gate = new LatenessGate(VmCpu.TENANT, stream(), 1);
  private final PartitionState state = new PartitionState(3);
  private final List<Gated> seen = new ArrayList<>();

  private static RawStream stream() {
    RawStream plain = VmCpu.READINGS;
    return new RawStream(
        plain.name(),
        plain.schema(),
        plain.format(),
        plain.key(),
        plain.partitions(),
        plain.eventTime(),
        plain.outOfOrderness(),
        plain.idleAfter(),
        plain.quality(),
        plain.extend(),
        new Identity(List.of(0, 1), Duration.ofMinutes(10)));
  }

  @Test
  void aRepeatedRecordIsCountedAndChangesNothing() {
    send(reading(0, 0, 10, "a", 50));
    send(reading(0, 1, 10, "a", 99));
    assertThat(seen).hasSize(1);
    assertThat(state.accepted).isOne();
    assertThat(state.duplicate).isOne();
    assertThat(state.joined).containsExactly(1, 3, 0);
  }

  @Test
  void recordsThatDifferInOneColumnOfTheIdentityAreTwo() {
    send(reading(0, 0, 10, "a", 50));
    send(reading(0, 1, 11, "a", 50));
    send(reading(0, 2, 10, "b", 50));
    assertThat(state.accepted).isEqualTo(3);
  }

  @Test
  void aDeadLetterIsNotRemembered() {
    send(reading(0, 0, 10, "a", 150));
    send(reading(0, 1, 10, "a", 50));
    send(raw(0, 2, "nonsense"));
    assertThat(state.rejected).isEqualTo(2);
    assertThat(state.accepted).isOne();
  }

  @Test
  void beyondTheHorizonARecordIsForgotten() {
    send(reading(0, 0, 10, "a", 50));
    send(reading(0, 1, 610, "b", 50));
    send(reading(0, 2, 10, "a", 50));
    assertThat(state.duplicate).isOne();
    send(reading(0, 3, 611, "b", 50));
    send(reading(0, 4, 10, "a", 50));
    assertThat(state.duplicate).isOne();
    assertThat(state.late).isOne();
  }

  private void send(ConsumerRecord<byte[], byte[]> record) {
    gate.process(record, state, seen::add);
  }
}
