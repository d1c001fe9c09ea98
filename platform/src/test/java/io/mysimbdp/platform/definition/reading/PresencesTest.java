package io.mysimbdp.platform.definition.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.RowTime;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Column;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vm-cpu tenant with presence instead of its spikes: a machine is where its timestamp says. */
class PresencesTest {
  private static final String SELECT = "select: [vm_id, max_cpu]";

  @TempDir Path folder;

  @Test
  void eachKindOfPresenceHasItsColumnsAndItsTable() {
    Rollup occupancy = read("presence: {entity: vm_id, place: timestamp, show: occupancy}");
    assertThat(occupancy.span()).isEqualTo(new Span.Presence(1, 0, Span.Show.OCCUPANCY));
    assertThat(columns(occupancy))
        .containsExactly("timestamp", "event_time", "occupants", "arrived", "departed");
    assertThat(table(occupancy)).contains("mysimbdp_bucket), timestamp, event_time))");
    assertThat(RowTime.of(occupancy).instant()).isTrue();

    Rollup arrivals = read("presence: {entity: vm_id, place: timestamp, show: arrivals}");
    assertThat(columns(arrivals)).containsExactly("vm_id", "event_time", "timestamp", "came_from");
    assertThat(arrivals.output().column(3).nullable()).isTrue();
    assertThat(table(arrivals)).contains("mysimbdp_bucket), vm_id, event_time))");

    Rollup stays =
        read(
            "presence: {entity: vm_id, place: timestamp, show: stays}\n"
                + "    derive: {long_one: \"seconds > 60 && departed > arrived\"}");
    assertThat(columns(stays))
        .containsExactly(
            "vm_id", "arrived", "departed", "timestamp", "seconds", "events", "open", "long_one");
    assertThat(table(stays)).contains("mysimbdp_bucket), vm_id, departed))");
    assertThat(RowTime.of(stays)).isEqualTo(new RowTime("arrived", "departed", false));
  }

  @Test
  void whatIsWrongIsSaidWhereItStands() {
    problems(
        "presence: {entity: vm_id, place: tiestamp, show: stays}",
        "tiestamp, sh <- unknown column 'tiestamp'; did you mean 'timestamp'?");
    problems(
        "presence: {entity: vm_id, place: timestamp, show: stay}",
        "stay} <- 'stay' is not one of: occupancy, arrivals, stays; did you mean 'stays'?");
    problems(
        "presence: {entity: vm_id, place: min_cpu, show: stays}",
        "min_cpu, sho <- 'min_cpu' is a double, but presence is made of text",
        "min_cpu, sho <- 'min_cpu' may be null, but who is where may not; leave such rows out");
    problems(
        "presence: {entity: vm_id, place: vm_id, show: stays}",
        "vm_id, show: <- 'entity' and 'place' are one and the same column");
    problems(
        "presence: {entity: vm_id, place: timestamp}",
        "{entity: vm_ <- presence needs 'show': one of occupancy, arrivals, stays");
    problems(
        "presence: {entity: vm_id, place: timestamp, show: stays}\n    group_by: [vm_id]",
        "group_by: [v <- an analytic with 'presence' has no 'group_by'");
    problems(
        "presence: {entity: vm_id, place: timestamp, show: stays}\n    window: {tumbling: 3m}",
        "window: {tum <- an analytic with 'presence' has no 'window'");
    problems(
        "presense: {entity: vm_id, place: timestamp, show: stays}",
        "presense: {e <- a silver analytic has no 'presense'; did you mean 'presence'?");
    problems("presence: stays", "stays <- names with their values");
    problems(
        "presence: {entity: vm_id, place: timestamp, show: stays}\n    derive: {open: \"true\"}",
        "open: \"true\" <- column 'open' is there already; choose another name");
  }

  private void problems(String yaml, String... expected) {
    List<String> problems =
        Definitions.check(folder(yaml).path()).stream()
            .map(problem -> TenantFolder.textAt(problem, 12) + " <- " + problem.message())
            .toList();
    assertThat(problems).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(problems.get(i)).startsWith(expected[i]);
    }
  }

  private Rollup read(String yaml) {
    return Definitions.read(folder(yaml).path()).silverAnalytic("vm_cpu_spikes");
  }

  private TenantFolder folder(String yaml) {
    return TenantFolder.in(folder, text -> text.replace(SELECT, yaml), schema -> schema);
  }

  private static List<String> columns(Rollup rollup) {
    return rollup.output().columns().stream().map(Column::name).toList();
  }

  private static String table(Rollup rollup) {
    Tenant tenant = Definitions.read(TenantFolder.VM_CPU);
    return SilverTable.of(tenant, rollup).createCql(0);
  }
}
