package io.mysimbdp.stream.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.stream.VmCpu;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A gate that is stopped anywhere and goes on from its checkpointed state decides the same. */
class GateDeterminismTest {

  @Property(tries = 200)
  void aRestoreChangesNothing(
      @ForAll @Size(max = 60) List<@IntRange(min = -100, max = 4000) Integer> seconds,
      @ForAll @IntRange(min = 0, max = 60) int restoreAt) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    records.add(VmCpu.marker(0, marker(Marker.Kind.BEGIN)));
    for (int second : seconds) {
      records.add(VmCpu.reading(0, records.size(), second, "a", Math.abs(second) % 120));
    }
    records.add(VmCpu.marker(records.size(), marker(Marker.Kind.END)));
    assertThat(decisions(records, restoreAt)).isEqualTo(decisions(records, -1));
  }

  private static Marker marker(Marker.Kind kind) {
    return new Marker(kind, "d", 0, 1, VmCpu.at(0), VmCpu.at(3600), 7);
  }

  private static List<String> decisions(
      List<ConsumerRecord<byte[], byte[]>> records, int restoreAt) {
    LatenessGate gate = new LatenessGate(VmCpu.TENANT, VmCpu.READINGS, 1);
    PartitionState state = new PartitionState(3);
    List<String> decisions = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      if (i == restoreAt) {
        gate = new LatenessGate(VmCpu.TENANT, VmCpu.READINGS, 1);
        state = copy(state);
      }
      gate.process(records.get(i), state, gated -> decisions.add(text(gated)));
      decisions.add("watermark " + state.watermark(30_000));
    }
    return decisions;
  }

  private static String text(Gated gated) {
    if (gated instanceof Gated.Admitted admitted) {
      return admitted.offset + "@" + admitted.time + Arrays.toString(admitted.firstJoin);
    }
    if (gated instanceof Gated.Late late) {
      return late.offset() + Arrays.toString(late.missedFrom()) + Arrays.toString(late.missedTo());
    }
    return gated instanceof Gated.Dead dead ? dead.reason() : gated.toString();
  }

  private static PartitionState copy(PartitionState state) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      state.write(new DataOutputStream(bytes));
      return PartitionState.read(
          new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
