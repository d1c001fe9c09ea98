package io.mysimbdp.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.emulator.fault.Fault;
import io.mysimbdp.emulator.fault.FaultPlan;
import io.mysimbdp.emulator.fault.StrictJudge;
import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.synthetic.SyntheticVmCpu;
import io.mysimbdp.emulator.synthetic.VmCpuSpec;
import io.mysimbdp.platform.dataset.Marker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private static final int RECORDS = 40_000;
  private static final VmCpuSpec SPEC =
      VmCpuSpec.DEFAULT.withSize(100, RECORDS).withInterval(15, 1).withSeed(3);

  @TempDir Path folder;

  private final Map<Long, Fault> spoilt = new HashMap<>();

  private EmulatorOptions.Builder options(FaultPlan faults) {
    return EmulatorOptions.synthetic(SPEC)
        .seed(11)
        .faults(faults)
        .faultListener((stream, input, line, fault) -> spoilt.put(line, fault));
  }

  private static EmulationReport run(EmulatorOptions options, MemorySink sink)
      throws EmulationException, InterruptedException {
    return Emulation.run(VmCpu.tenant(), options, sink, ProgressListener.SILENT);
  }

  private List<String> clean() throws EmulationException, InterruptedException {
    MemorySink sink = new MemorySink(4);
    run(EmulatorOptions.synthetic(SPEC).build(), sink);
    return sink.texts();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2})
  void goodRecordsAreExactlyTheUnspoiltAndTheRepeatedOnes(double rate)
      throws EmulationException, InterruptedException, IOException {
    MemorySink sink = new MemorySink(4);
    EmulationReport report = run(options(FaultPlan.ofAllKinds(rate)).build(), sink);
    StreamReport stream = report.stream("readings");

    assertThat(spoilt).hasSizeBetween((int) (RECORDS * rate * 0.9), (int) (RECORDS * rate * 1.1));
    assertThat(stream.faults().keySet()).containsExactlyInAnyOrder(Fault.values());
    assertThat(stream.faults())
        .allSatisfy(
            (fault, count) ->
                assertThat(spoilt.values().stream().filter(f -> f == fault).count())
                    .isEqualTo(count)
                    .isGreaterThan((long) (RECORDS * rate / Fault.values().length / 2)));
    List<String> expected = new ArrayList<>();
    List<String> lines = clean();
    for (int i = 0; i < lines.size(); i++) {
      Fault fault = spoilt.get(i + 1L);
      if (fault == null || fault == Fault.DUPLICATE) {
        expected.add(lines.get(i));
      }
      if (fault == Fault.DUPLICATE) {
        expected.add(lines.get(i));
      }
    }
    List<String> good = new ArrayList<>();
    for (MemorySink.Sent sent : sink.records()) {
      if (StrictJudge.isGood(sent.value(), report.close() / 1000 - VmCpu.ORIGIN / 1000)) {
        good.add(sent.text());
      }
    }
    assertThat(good).isEqualTo(expected);
    assertThat(stream.sentInAll())
        .isEqualTo(sink.records().size())
        .isEqualTo(
            RECORDS + stream.count(Fault.Effect.REPEATED) - stream.count(Fault.Effect.WITHHELD));
    assertThat(sink.records().size() - good.size())
        .isEqualTo((int) stream.count(Fault.Effect.DEAD_LETTER));
    assertThat(sink.markers(Marker.Kind.END).stream().mapToLong(Marker::sent).sum())
        .isEqualTo(sink.records().size());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyKindCanBeHadAlone(Fault fault)
      throws EmulationException, InterruptedException, IOException {
    MemorySink sink = new MemorySink(4);
    EmulationReport report = run(options(new FaultPlan(0.1, Set.of(fault))).build(), sink);
    assertThat(report.stream("readings").faults()).containsOnlyKeys(fault);
    long good = 0;
    for (MemorySink.Sent sent : sink.records()) {
      good += StrictJudge.isGood(sent.value(), report.close() / 1000 - VmCpu.ORIGIN / 1000) ? 1 : 0;
    }
    long spoiltRecords = spoilt.size();
    assertThat(spoiltRecords).isBetween((long) (RECORDS * 0.08), (long) (RECORDS * 0.12));
    assertThat(good)
        .isEqualTo(RECORDS + (fault == Fault.DUPLICATE ? spoiltRecords : -spoiltRecords));
  }

  @Test
  void aFaultBelongsToItsLineWhateverTheOrderOrThePartitions()
      throws EmulationException, InterruptedException, IOException {
    Set<Fault> kinds = Set.of(Fault.MISSING_FIELD, Fault.DUPLICATE, Fault.GARBAGE_BYTES);
    Path file = folder.resolve("in.csv.gz");
    SyntheticVmCpu.write(file, SPEC);
    run(options(new FaultPlan(0.1, kinds)).build(), new MemorySink(4));
    Map<Long, Fault> synthetic = new HashMap<>(spoilt);
    spoilt.clear();
    run(
        EmulatorOptions.replaying(List.of(new Input("readings", file)))
            .order(Order.FILE)
            .seed(11)
            .faults(new FaultPlan(0.1, kinds))
            .faultListener((stream, input, line, fault) -> spoilt.put(line, fault))
            .build(),
        new MemorySink(7));
    assertThat(spoilt).isEqualTo(synthetic).isNotEmpty();
  }
}
