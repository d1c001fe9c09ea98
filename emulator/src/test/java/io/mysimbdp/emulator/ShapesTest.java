package io.mysimbdp.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.emulator.fault.Fault;
import io.mysimbdp.emulator.fault.FaultPlan;
import io.mysimbdp.emulator.synthetic.SyntheticData;
import io.mysimbdp.emulator.synthetic.SyntheticKinds;
import io.mysimbdp.emulator.synthetic.SyntheticSize;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Synthetic data of every shape through the emulator. */
class ShapesTest {
  private static final int RECORDS = 20_000;

  private static EmulationReport run(Tenant tenant, EmulatorOptions.Builder options, Recording sink)
      throws EmulationException, InterruptedException {
    return Emulation.run(tenant, options.dataset("d").build(), sink, ProgressListener.SILENT);
  }

  private static SyntheticData data(Tenant tenant, long records) {
    return SyntheticKinds.of(tenant, SyntheticSize.usual(5).withRecords(records));
  }

  @ParameterizedTest
  @CsvSource({
    "taxi, 2016-01-01T06:00:00Z, 2017-01-01T06:00:00Z",
    "cluster, 2011-05-01T00:00:00Z, 2011-05-31T00:00:00Z",
    "rest-home, 2017-10-15T21:00:00Z, 2017-10-29T22:00:00Z"
  })
  void everyRecordIsGoodAndInOrderBetweenLocalMidnights(String name, Instant from, Instant close)
      throws EmulationException, InterruptedException, IOException {
    Tenant tenant = Tenants.read(name);
    Recording sink = new Recording(3);
    EmulationReport report = run(tenant, EmulatorOptions.synthetic(data(tenant, RECORDS)), sink);
    assertThat(Instant.ofEpochMilli(report.from())).isEqualTo(from);
    assertThat(Instant.ofEpochMilli(report.close())).isEqualTo(close);
    assertThat(sink.records()).hasSize(RECORDS);
    Map<String, SchemaJudge> judges = judges(tenant);
    for (Recording.Sent sent : sink.records()) {
      assertThat(judges.get(sent.stream()).isGood(sent.value(), report.from(), report.close()))
          .as(sent.text())
          .isTrue();
    }
    assertThat(sink.times(tenant)).isSorted();
    assertThat(sink.records().stream().map(Recording.Sent::stream).distinct())
        .hasSameSizeAs(tenant.raw());
    Recording again = new Recording(3);
    run(tenant, EmulatorOptions.synthetic(data(tenant, RECORDS)), again);
    assertThat(again.texts()).isEqualTo(sink.texts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vm-cpu", "taxi", "cluster", "rest-home", "office"})
  void theTenantsOfTheProjectAcceptTheirData(String name)
      throws EmulationException, InterruptedException, IOException {
    Tenant tenant = Definitions.read(Path.of("../tenants").resolve(name));
    Recording sink = new Recording(3);
    EmulationReport report = run(tenant, EmulatorOptions.synthetic(data(tenant, 5_000)), sink);
    Map<String, SchemaJudge> judges = judges(tenant);
    for (Recording.Sent sent : sink.records()) {
      assertThat(judges.get(sent.stream()).isGood(sent.value(), report.from(), report.close()))
          .as(sent.text())
          .isTrue();
    }
    assertThat(sink.records()).hasSize(5_000);
  }

  private static Map<String, SchemaJudge> judges(Tenant tenant) {
    Map<String, SchemaJudge> judges = new HashMap<>();
    tenant.raw().forEach(stream -> judges.put(stream.name(), new SchemaJudge(stream)));
    return judges;
  }

  @Test
  void dataHaveTheOdditiesOfTheirDatasets() throws EmulationException, InterruptedException {
    Recording taxi = new Recording(1);
    run(Tenants.taxi(), EmulatorOptions.synthetic(data(Tenants.taxi(), RECORDS)), taxi);
    List<String> trips = taxi.texts();
    assertThat(new HashSet<>(trips).size()).isBetween(RECORDS - 40, RECORDS - 5);
    assertThat(trips).anyMatch(t -> t.contains("\"pickup_community_area\":null"));
    assertThat(trips).anyMatch(t -> t.contains("\"fare\":null"));
    Recording cluster = new Recording(1);
    run(Tenants.cluster(), EmulatorOptions.synthetic(data(Tenants.cluster(), RECORDS)), cluster);
    assertThat(cluster.texts())
        .anyMatch(t -> t.startsWith("{\"time\":0,"))
        .anyMatch(t -> t.startsWith("{\"time\":9223372036854775807,"))
        .anyMatch(t -> t.contains("e-05"))
        .anyMatch(t -> t.contains("\"machine_id\":null"))
        .anyMatch(t -> t.contains("\"missing_info\":2"));
    Recording rooms = new Recording(1);
    run(Tenants.restHome(), EmulatorOptions.synthetic(data(Tenants.restHome(), RECORDS)), rooms);
    assertThat(new HashSet<>(rooms.texts()).size()).isBetween(RECORDS - 600, RECORDS - 400);
    assertThat(rooms.texts())
        .anyMatch(t -> t.contains("living room"))
        .anyMatch(t -> t.contains("\"ts_time\":\"7:"))
        .anyMatch(t -> t.contains("\"ts_time\":\"07:"));
  }

  @Test
  void clocksThatChangeSkipAnHourOrFillItTwice() throws EmulationException, InterruptedException {
    assertThat(hours("2016-03-13")).doesNotContainKey(2).containsKeys(1, 3);
    Map<Integer, Integer> autumn = hours("2016-11-06");
    assertThat(autumn.get(1)).isGreaterThan(autumn.get(2) * 3 / 2);
  }

  /** Trips by the hour that the text of their start says, in the twelve hours of the morning. */
  private static Map<Integer, Integer> hours(String day)
      throws EmulationException, InterruptedException {
    Tenant tenant = Tenants.taxi();
    SyntheticSize size = SyntheticSize.usual(1).withRecords(10_000).over(LocalDate.parse(day), 1);
    Recording sink = new Recording(1);
    run(tenant, EmulatorOptions.synthetic(SyntheticKinds.of(tenant, size)), sink);
    Map<Integer, Integer> hours = new HashMap<>();
    for (String trip : sink.texts()) {
      String start = trip.replaceFirst(".*trip_start_timestamp\":\"([^\"]*)\".*", "$1");
      if (start.endsWith("AM")) {
        hours.merge(Integer.parseInt(start.substring(11, 13)), 1, Integer::sum);
      }
    }
    return hours;
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxi", "cluster", "rest-home"})
  void faultsOfEveryKindAreDeadLettersInEveryShape(String name)
      throws EmulationException, InterruptedException, IOException {
    Tenant tenant = Tenants.read(name);
    Map<String, SchemaJudge> judges = judges(tenant);
    for (Fault fault : Fault.values()) {
      Recording sink = new Recording(3);
      EmulationReport report =
          run(
              tenant,
              EmulatorOptions.synthetic(data(tenant, 2_000))
                  .faults(new FaultPlan(0.3, Set.of(fault))),
              sink);
      long dead = 0;
      for (Recording.Sent sent : sink.records()) {
        dead +=
            judges.get(sent.stream()).isGood(sent.value(), report.from(), report.close()) ? 0 : 1;
      }
      long done =
          report.streams().stream()
              .mapToLong(stream -> stream.faults().getOrDefault(fault, 0L))
              .sum();
      boolean impossible =
          (name.equals("cluster")
                  && EnumSet.of(Fault.EMPTY_KEY, Fault.OUT_OF_RANGE).contains(fault))
              || (name.equals("rest-home") && fault == Fault.OUT_OF_RANGE)
              || (name.equals("rest-home") && fault == Fault.SHUFFLED_COLUMNS);
      assertThat(done)
          .as("%s in %s", fault, name)
          .matches(n -> impossible ? n == 0 : n > (fault == Fault.SILENT_SENSOR ? 30 : 300));
      assertThat(dead)
          .as("%s in %s", fault, name)
          .isEqualTo(fault.effect() == Fault.Effect.DEAD_LETTER ? done : 0);
    }
  }

  @Test
  void stampedDataBeginAtALocalMidnight()
      throws EmulationException, InterruptedException, IOException {
    Tenant tenant = Tenants.restHome();
    Recording sink = new Recording(1);
    EmulationReport report =
        run(
            tenant,
            EmulatorOptions.synthetic(data(tenant, 2_000))
                .stamp(Instant.parse("2025-06-01T10:00:00Z")),
            sink);
    assertThat(Instant.ofEpochMilli(report.from())).isEqualTo("2025-05-31T21:00:00Z");
    List<Long> times = sink.times(tenant);
    assertThat(times).isSorted().allMatch(t -> t >= report.from() && t < report.close());
  }

  @Test
  void anUnknownKindNamesTheNearest() {
    Tenant taxi = Tenants.taxi();
    Tenant other =
        new Tenant(
            "t",
            "t",
            taxi.zone(),
            taxi.raw(),
            taxi.silver(),
            taxi.gold(),
            taxi.agreement(),
            "chicago-taxis");
    assertThatThrownBy(() -> SyntheticKinds.of(other, SyntheticSize.usual(1)))
        .hasMessageContaining("did you mean 'chicago-taxi'?");
  }
}
