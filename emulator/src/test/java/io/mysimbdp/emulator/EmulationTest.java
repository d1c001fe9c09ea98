package io.mysimbdp.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.synthetic.SyntheticVmCpu;
import io.mysimbdp.emulator.synthetic.VmCpuSpec;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmulationTest {
  private static final Tenant TENANT = VmCpu.tenant();

  @TempDir Path folder;

  private final MemorySink sink = new MemorySink(4);

  private EmulationReport run(EmulatorOptions.Builder options)
      throws EmulationException, InterruptedException {
    return Emulation.run(TENANT, options.build(), sink, ProgressListener.SILENT);
  }

  private EmulatorOptions.Builder replaying(Path... files) {
    return EmulatorOptions.replaying(
        Arrays.stream(files).map(file -> new Input("readings", file)).toList());
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private static long at(long seconds) {
    return VmCpu.ORIGIN + seconds * 1000;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7})
  void markersEncloseThePartitionsAndSayWhatIsInThem(int partitions)
      throws EmulationException, InterruptedException {
    MemorySink partitioned = new MemorySink(partitions);
    EmulationReport report =
        Emulation.run(
            TENANT,
            EmulatorOptions.synthetic(VmCpuSpec.DEFAULT.withSize(30, 3_000)).dataset("d1").build(),
            partitioned,
            ProgressListener.SILENT);
    for (int p = 0; p < partitions; p++) {
      int partition = p;
      List<MemorySink.Sent> all =
          partitioned.all().stream().filter(sent -> sent.partition() == partition).toList();
      int records = all.size() - 2;
      assertThat(all.get(0).marker())
          .isEqualTo(new Marker(Marker.Kind.BEGIN, "d1", p, partitions, at(0), at(30_600), 0));
      assertThat(all.get(records + 1).marker())
          .isEqualTo(new Marker(Marker.Kind.END, "d1", p, partitions, at(0), at(30_600), records));
      assertThat(all.subList(1, records + 1))
          .allSatisfy(
              sent ->
                  assertThat(partition)
                      .isEqualTo(BuiltInPartitioner.partitionForKey(sent.key(), partitions)));
      assertThat(report.stream("readings").sent().get(p)).isEqualTo(records);
    }
    assertThat(report.sent()).isEqualTo(3_000);
  }

  @Test
  void aFileOfSyntheticDataIsTheSyntheticData()
      throws EmulationException, InterruptedException, IOException {
    VmCpuSpec spec = VmCpuSpec.DEFAULT.withSize(30, 3_000).withInterval(20, 1);
    Path file = folder.resolve("in.csv.gz");
    SyntheticVmCpu.write(file, spec);
    run(replaying(file));
    MemorySink direct = new MemorySink(4);
    Emulation.run(TENANT, EmulatorOptions.synthetic(spec).build(), direct, ProgressListener.SILENT);
    assertThat(sink.texts()).isEqualTo(direct.texts()).hasSize(3_000);
  }

  @Test
  void boundsAreThoseOfThePlausibleTimes()
      throws EmulationException, InterruptedException, IOException {
    Path file =
        file("a.csv", "600,vm,1,2,3", "32503680000,vm,1,2,3", "", "-1,vm,1,2,3", "300,vm,1,2,3");
    EmulationReport report = run(replaying(file));
    assertThat(report.from()).isEqualTo(at(300));
    assertThat(report.close()).isEqualTo(at(600) + 1);
    assertThat(report.stream("readings").read()).isEqualTo(4);
    assertThat(report.stream("readings").emptyLines()).isEqualTo(1);
    assertThat(report.dataset()).startsWith("vm-cpu-2");
  }

  @Test
  void theOrderIsThatOfTimeOrOfTheFiles()
      throws EmulationException, InterruptedException, IOException {
    Path first = file("a.csv", "2,a,1,2,3", "1,b,1,2,3");
    Path second = file("b.csv", "1,c,1,2,3", "3,d,1,2,3");
    run(replaying(first, second));
    assertThat(keys()).containsExactly("b", "c", "a", "d");
    sink.all().clear();
    run(replaying(first, second).order(Order.FILE));
    assertThat(keys()).containsExactly("a", "b", "c", "d");
  }

  private List<String> keys() {
    return sink.records().stream()
        .map(sent -> new String(sent.key(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void whatCannotBeConvertedIsSentAsItStands()
      throws EmulationException, InterruptedException, IOException {
    EmulationReport report = run(replaying(file("a.csv", "0,\"vm,1,2,3", "hello", "0,vm,1,2,x")));
    assertThat(sink.texts())
        .containsExactly(
            "0,\"vm,1,2,3",
            "{\"timestamp\":\"hello\"}",
            "{\"timestamp\":0,\"vm_id\":\"vm\",\"min_cpu\":1,\"max_cpu\":2,\"avg_cpu\":\"x\"}");
    assertThat(report.stream("readings").unsplit()).isEqualTo(1);
  }

  @Test
  void anEmptyFileIsADatasetOfMarkers()
      throws EmulationException, InterruptedException, IOException {
    EmulationReport report = run(replaying(file("a.csv")));
    assertThat(sink.all()).hasSize(8);
    assertThat(report.from()).isEqualTo(at(0));
    assertThat(report.close()).isEqualTo(at(0) + 1);
    Instant close = Instant.ofEpochMilli(at(900));
    assertThat(run(replaying(file("a.csv.gz")).from(Instant.ofEpochMilli(at(0))).close(close)))
        .extracting(EmulationReport::close)
        .isEqualTo(at(900));
  }

  @Test
  void endMarkersCanBeHeldBackAndSentLater()
      throws EmulationException, InterruptedException, IOException {
    EmulationReport report =
        run(replaying(file("a.csv", "0,vm,1,2,3")).endMarkers((stream, p) -> p % 2 == 0));
    assertThat(sink.markers(Marker.Kind.END)).extracting(Marker::partition).containsExactly(0, 2);
    assertThat(report.heldBack())
        .extracting(EmulationReport.HeldBack::marker)
        .extracting(Marker::partition)
        .containsExactly(1, 3);
    report.heldBack().forEach(held -> sink.mark(held.stream(), held.marker()));
    assertThat(sink.markers(Marker.Kind.END).stream().mapToLong(Marker::sent).sum()).isEqualTo(1);
  }

  @Test
  void stampingMovesTheDatasetAndKeepsItsShape()
      throws EmulationException, InterruptedException, IOException {
    EmulationReport report =
        run(
            replaying(file("a.csv", "300,vm,1,2,3", "400,vm,1,2,3"))
                .stamp(Instant.ofEpochMilli(at(1000) + 1)));
    assertThat(sink.texts())
        .extracting(t -> t.substring(0, 17))
        .containsExactly("{\"timestamp\":1000", "{\"timestamp\":1100");
    assertThat(report.from()).isEqualTo(at(1000));
    assertThat(report.close()).isEqualTo(at(1100) + 1);
    assertWrongUse(
        replaying(file("a.csv", "300,vm,1,2,3")).stamp(Instant.parse("2026-01-01T00:00:00Z")),
        "would all or partly be dead letters");
  }

  @Test
  void theRateIsKeptAndTheDurationEndsIt()
      throws EmulationException, InterruptedException, IOException {
    EmulationReport report =
        run(
            EmulatorOptions.synthetic(VmCpuSpec.DEFAULT)
                .pace(Pace.parse("1000"))
                .duration(Duration.ofMillis(500)));
    assertThat(report.cut()).isTrue();
    assertThat(report.sent()).isBetween(300L, 502L);
    assertThat(sink.markers(Marker.Kind.END)).hasSize(4);
    long start = System.nanoTime();
    run(replaying(file("a.csv", "0,vm,1,2,3", "10,vm,1,2,3")).pace(Pace.parse("50x")));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void progressIsToldFromSurveyToTheEnd()
      throws EmulationException, InterruptedException, IOException {
    List<Progress> told = new ArrayList<>();
    VmCpuSpec spec = VmCpuSpec.DEFAULT.withSize(100, 20_000);
    Path file = folder.resolve("in.csv");
    SyntheticVmCpu.write(file, spec);
    Emulation.run(TENANT, replaying(file).build(), sink, told::add);
    assertThat(told)
        .extracting(Progress::phase)
        .contains(Progress.Phase.SURVEY, Progress.Phase.SENDING)
        .last()
        .isEqualTo(Progress.Phase.DONE);
    assertThat(told).allSatisfy(p -> assertThat(p.share()).isBetween(0.0, 1.0));
    assertThat(told.get(told.size() - 1).records()).isEqualTo(20_000);
  }

  @Test
  void aTenantWithAnotherDatasetHasNoSyntheticData() {
    Tenant other =
        new Tenant(
            "taxi",
            "taxi",
            ZoneOffset.UTC,
            List.of(),
            List.of(),
            List.of(),
            TENANT.agreement(),
            null);
    assertThatThrownBy(
            () ->
                Emulation.run(
                    other,
                    EmulatorOptions.synthetic(VmCpuSpec.DEFAULT).build(),
                    sink,
                    ProgressListener.SILENT))
        .hasMessageContaining("no raw stream of taxi has the columns");
  }

  @Test
  void wrongUseIsSaidBeforeAnythingIsSent() throws IOException {
    assertWrongUse(replaying(folder.resolve("none.csv")), "none.csv does not exist");
    assertWrongUse(replaying(folder), "is not a file");
    assertWrongUse(
        EmulatorOptions.replaying(List.of(new Input("trips", file("a.csv", "x")))),
        "no raw stream trips");
    assertWrongUse(replaying(file("a.csv.gz", "0,vm,1,2,3")), "is not a gzip file although");
    assertWrongUse(
        EmulatorOptions.replayingWithHeader(List.of(new Input("readings", file("a.csv", "a,b")))),
        "names no column");
    assertWrongUse(
        EmulatorOptions.synthetic(VmCpuSpec.DEFAULT.withDuration(32 * 86_400)), "until 2019-02-01");
    assertThat(sink.all()).isEmpty();
  }

  private void assertWrongUse(EmulatorOptions.Builder options, String message) {
    assertThatThrownBy(() -> run(options))
        .hasMessageContaining(message)
        .asInstanceOf(InstanceOfAssertFactories.type(EmulationException.class))
        .matches(EmulationException::isWrongUse);
  }

  @Test
  void aDamagedFileIsFoundBeforeAnythingIsSent() throws IOException {
    Path whole = folder.resolve("whole.csv.gz");
    SyntheticVmCpu.write(whole, VmCpuSpec.DEFAULT.withSize(100, 20_000));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> run(replaying(half)))
        .hasMessageContaining("half.csv.gz breaks off after line")
        .asInstanceOf(InstanceOfAssertFactories.type(EmulationException.class))
        .matches(e -> !e.isWrongUse());
    assertThat(sink.all()).isEmpty();
  }

  @Test
  void aSinkThatFailsLeavesAnOpenDatasetAndSaysSo() {
    sink.failingAfter(10);
    assertThatThrownBy(() -> run(EmulatorOptions.synthetic(VmCpuSpec.DEFAULT.withSize(10, 100))))
        .isInstanceOf(EmulationException.class)
        .hasMessage("the disk is full. The dataset was begun and has no end in any partition");
    assertThat(sink.markers(Marker.Kind.END)).isEmpty();
  }

  @Test
  void interruptionEndsTheSending() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(EmulatorOptions.synthetic(VmCpuSpec.DEFAULT)))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void theReportCanBeReadByPeopleAndPrograms()
      throws EmulationException, InterruptedException, IOException {
    EmulationReport report = run(replaying(file("a.csv", "0,vm,1,2,3")).dataset("d1"));
    assertThat(report.toText())
        .contains("dataset   d1", "2019-01-01T00:00:00Z to 2019-01-01T00:00:00.001Z", "sent 1,");
    assertThat(report.toJson())
        .contains("\"dataset\" : \"d1\"", "\"partitions\" : [", "\"sent\" : 1");
  }

  @Test
  void theRealSampleIsReplayed() throws EmulationException, InterruptedException {
    Path sample = Path.of("../../shared/data/azure-vm/vm_cpu_readings-file-1-of-125.csv.gz");
    Assumptions.assumeTrue(Files.exists(sample), "no real sample beside the repository");
    EmulationReport report = run(replaying(sample));
    assertThat(report.sent()).isEqualTo(100);
    assertThat(report.close()).isEqualTo(at(0) + 1);
    assertThat(sink.texts().get(0))
        .isEqualTo(
            "{\"timestamp\":0,\"vm_id\":\"+ZcrOp5/c/fJ6mVgP5qMZlOAGDwyjaaDNM0WoWOt2IDb47gT0UwK9lFwkPQv3C7Q\",\"min_cpu\":2.052803,\"max_cpu\":3.911587,\"avg_cpu\":2.86979}");
  }
}
