package io.mysimbdp.platform.definition.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.EventTimeForm;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.window.Windows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
  private static final Instant ORIGIN = Instant.parse("2019-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void vmCpuIsWhatItsRequirementsSay() {
    Tenant tenant = Definitions.read(TenantFolder.VM_CPU);
    assertThat(tenant.keyspace()).isEqualTo("vm_cpu");
    RawStream readings = tenant.rawStream("readings");
    assertThat(readings.eventTime())
        .isEqualTo(
            new EventTime(
                new EventTimeForm.Numeric(0, EventTimeForm.Unit.SECONDS, ORIGIN, Map.of()),
                ORIGIN,
                ORIGIN.plus(Duration.ofDays(31)),
                Duration.ofDays(1)));
    assertThat(readings.outOfOrderness()).isEqualTo(Duration.ofSeconds(30));
    assertThat(readings.quality()).hasSize(3);
    assertThat(tenant.silverAnalytic("vm_cpu_windows").span())
        .isEqualTo(new Span.Windowed(Windows.tumbling(Duration.ofMinutes(3), ZoneOffset.UTC)));
    assertThat(tenant.silverAnalytic("vm_cpu_rolling").span())
        .isEqualTo(
            new Span.Windowed(
                Windows.sliding(Duration.ofMinutes(15), Duration.ofMinutes(5), ZoneOffset.UTC)));
    assertThat(columns(tenant.silverAnalytic("vm_cpu_windows")))
        .containsExactly(
            "vm_id",
            "window_start",
            "window_end",
            "avg_max_cpu",
            "readings",
            "peak_cpu",
            "is_anomaly");
    assertThat(columns(tenant.silverAnalytic("vm_cpu_spikes")))
        .containsExactly("vm_id", "max_cpu", "event_time");
    assertThat(columns(tenant.gold().get(0)))
        .containsExactly(
            "interval_start",
            "interval_end",
            "vm_id",
            "windows",
            "anomalous_windows",
            "first_window",
            "last_window",
            "peak_cpu",
            "overload_frequency",
            "recommendation");
  }

  @Test
  void aTenantHasATimeZone() {
    assertThat(Definitions.read(TenantFolder.VM_CPU).zone()).isEqualTo(ZoneOffset.UTC);
    TenantFolder athens =
        TenantFolder.in(
            folder, yaml -> yaml.replace("raw:\n", "zone: Europe/Athens\nraw:\n"), s -> s);
    assertThat(Definitions.read(athens.path()).as("other").zone())
        .isEqualTo(ZoneId.of("Europe/Athens"));
  }

  @Test
  void windowsStartAtTheTenantsMidnight() {
    TenantFolder athens =
        TenantFolder.in(
            folder,
            yaml ->
                yaml.replace("raw:\n", "zone: Europe/Athens\nraw:\n")
                    .replace("tumbling: 3m", "tumbling: 1d")
                    .replace("sliding: 15m, every: 5m", "cumulative: 12h, every: 10s"),
            s -> s);
    Tenant tenant = Definitions.read(athens.path());
    ZoneId zone = ZoneId.of("Europe/Athens");
    assertThat(tenant.silverAnalytic("vm_cpu_windows").span())
        .isEqualTo(new Span.Windowed(Windows.tumbling(Duration.ofDays(1), zone)));
    assertThat(tenant.silverAnalytic("vm_cpu_rolling").span())
        .isEqualTo(
            new Span.Windowed(
                Windows.cumulative(Duration.ofHours(12), Duration.ofSeconds(10), zone)));
    long noon = Instant.parse("2019-01-01T10:00:00Z").toEpochMilli();
    assertThat(Instant.ofEpochMilli(tenant.finalEnd(noon))).isEqualTo("2019-01-01T22:00:00Z");
  }

  @Test
  void eightMistakesAreEightProblems() throws Exception {
    Files.copy(
        TenantFolder.VM_CPU.resolve("vm_cpu_reading.avsc"), folder.resolve("vm_cpu_reading.avsc"));
    Path file = folder.resolve("broken.yaml");
    Files.writeString(
        file,
        """
        tenant: vm-cpu
        raw:
          readings:
            schema: vm_cpu_reading.avsc
            format: json
            key: [vm]
            partitions: 4
            event_time: {field: timestmp, unit: s}
            out_of_orderness: 30
            quality:
              percent: "max_cpu >= 0.0 && max_cpu <= '100'"
        silver:
          vm_cpu_windows:
            from: readings
            group_by: [vm_id]
            windw: {tumbling: 3m}
            aggregates: {avg_max_cpu: avg(vm_id), readings: count()}
            derive: {is_anomaly: avg_max_cpu > 90.0}
          vm_cpu_rolling:
            from: readings
            window: {sliding: 15m, every: 7m}
            aggregates: {avg_max_cpu: avg(max_cpu)}
        agreement: {parallelism: 2, schedule: "0 0 * *"}
        """);
    assertThat(Definitions.check(file))
        .extracting(problem -> problem.line() + ":" + problem.column())
        .containsExactly("6:11", "8:25", "9:23", "11:43", "16:5", "17:35", "21:35", "23:39");
    assertThat(Definitions.check(file).get(3))
        .hasToString(file + ":11:43: '<=' does not take double and string");
  }

  @Test
  void whatIsNotRightIsNotRead() {
    TenantFolder tenant =
        TenantFolder.in(folder, y -> y.replace("key: [vm_id]", "key: [vm]"), s -> s);
    assertThatThrownBy(() -> Definitions.read(tenant.path()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("tenant.yaml:8:11: unknown column 'vm'");
  }

  /** The form of the design's first sketch: everything on few lines. */
  @Test
  void mappingsMayStandOnOneLine() throws Exception {
    Files.copy(
        TenantFolder.VM_CPU.resolve("vm_cpu_reading.avsc"), folder.resolve("vm_cpu_reading.avsc"));
    Path file = folder.resolve("sketch.yaml");
    Files.writeString(
        file,
        """
        tenant: vm-cpu
        raw:
          readings:
            schema: vm_cpu_reading.avsc          # Avro record: names, types, what may be null
            format: json
            key: [vm_id]
            partitions: 4
            event_time: { field: timestamp, unit: s, origin: "2019-01-01T00:00:00Z", max_ahead: 1d }
            out_of_orderness: 30s
            quality:
              cpu_is_percent: "max_cpu >= 0.0 && max_cpu <= 100.0"
        silver:
          vm_cpu_windows:
            from: readings
            group_by: [vm_id]
            window: { tumbling: 3m }
            aggregates: { avg_max_cpu: avg(max_cpu), peak_cpu: max(max_cpu), readings: count() }
            derive: { is_anomaly: "avg_max_cpu > 90.0" }
            alert: is_anomaly
        gold:
          vm_recommendations:
            from: vm_cpu_windows
            group_by: [vm_id]
            aggregates: { windows: count(), anomalous_windows: count_if(is_anomaly) }
            derive:
              overload_frequency: "100.0 * double(anomalous_windows) / double(windows)"
              recommendation: "overload_frequency >= 80.0 ? 'Upgrade' : 'No change'"
        agreement: { parallelism: 2, schedule: "0 0 * * *", retention_days: 30 }
        """);
    assertThat(Definitions.check(file)).isEmpty();
  }

  @Test
  void tenantsMustNotShareAKeyspace() throws Exception {
    TenantFolder.in(folder, yaml -> yaml, schema -> schema);
    Path other = folder.resolve("other");
    Files.move(
        TenantFolder.in(
                folder.resolve("tmp"),
                yaml -> yaml.replace("tenant: vm-cpu", "tenant: other\nkeyspace: vm_cpu"),
                schema -> schema)
            .path(),
        other);
    assertThat(Definitions.checkAll(folder))
        .extracting(Problem::toString)
        .containsExactly(
            folder
                + "/vm-cpu/tenant.yaml:2:9: two tenants cannot share the keyspace 'vm_cpu',"
                + " which "
                + folder
                + "/other/tenant.yaml:3 has already; name another with"
                + " 'keyspace'");
    assertThat(Definitions.tenants(folder)).containsExactly("other", "vm-cpu");
  }

  @Test
  void aDefinitionTravelsToTaskManagers() throws Exception {
    Tenant tenant = Definitions.read(TenantFolder.VM_CPU);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(tenant);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(tenant);
    }
  }

  @Test
  void aJobFindsTheTenantsBundledWithIt() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    URL root = TenantFolder.VM_CPU.resolve("../..").toUri().normalize().toURL();
    try (URLClassLoader jar = new URLClassLoader(new URL[] {root}, before)) {
      Thread.currentThread().setContextClassLoader(jar);
      assertThat(Definitions.readBundled("vm-cpu"))
          .isEqualTo(Definitions.read(TenantFolder.VM_CPU));
      assertThatThrownBy(() -> Definitions.readBundled("nobody"))
          .hasMessageContaining("tenants/nobody/tenant.yaml:1:1: there is no such file");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void aGroupMayBeNullWhereTheConditionLeavesNullsOut() {
    TenantFolder tenant =
        TenantFolder.in(
            folder,
            yaml ->
                yaml.replace("key: [vm_id]", "key: [timestamp]")
                    .replace(
                        "group_by: [vm_id]\n    window",
                        "where: NO\n    group_by: [vm_id]\n    window")
                    .replace("NO", "\"vm_id != null && max_cpu > 1.0\""),
            schema -> schema.replace("\"string\"", "[\"null\", \"string\"]"));
    Rollup windows = Definitions.read(tenant.path()).silverAnalytic("vm_cpu_windows");
    assertThat(windows.input().column(1).nullable()).isTrue();
    assertThat(windows.output().column(0)).isEqualTo(new Column("vm_id", ColumnType.TEXT, false));
  }

  private static List<String> columns(Rollup rollup) {
    return rollup.output().columns().stream().map(Column::name).toList();
  }
}
