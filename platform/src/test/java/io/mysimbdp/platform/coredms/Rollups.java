package io.mysimbdp.platform.coredms;

import io.mysimbdp.platform.definition.Agreement;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.window.Windows;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** A small tenant, built by hand. */
final class Rollups {
  static final Rollup WINDOWS =
      rollup(
          "windows",
          new Span.Windowed(Windows.tumbling(Duration.ofMinutes(3), ZoneOffset.UTC)),
          List.of(0),
          new Column("vm_id", ColumnType.TEXT, false),
          new Column("window_start", ColumnType.TIMESTAMP, false),
          new Column("window_end", ColumnType.TIMESTAMP, false),
          new Column("average", ColumnType.DOUBLE, true),
          new Column("readings", ColumnType.LONG, false),
          new Column("order", ColumnType.BOOLEAN, false));
  static final Rollup SPIKES =
      rollup(
          "spikes",
          new Span.Each(),
          List.of(0),
          new Column("vm_id", ColumnType.TEXT, false),
          new Column("event_time", ColumnType.TIMESTAMP, false));
  static final Rollup GOLD =
      rollup(
          "advice",
          new Span.Interval(),
          List.of(0),
          new Column("interval_start", ColumnType.TIMESTAMP, false),
          new Column("interval_end", ColumnType.TIMESTAMP, false),
          new Column("vm_id", ColumnType.TEXT, false),
          new Column("windows", ColumnType.LONG, false));
  static final Tenant TENANT =
      new Tenant(
          "vm-cpu",
          "vm_cpu",
          ZoneOffset.UTC,
          List.of(),
          List.of(WINDOWS, SPIKES),
          List.of(GOLD),
          new Agreement(2, null, 30, Duration.ofSeconds(10)),
          null);

  private Rollups() {}

  private static Rollup rollup(String name, Span span, List<Integer> group, Column... columns) {
    RecordSchema schema = new RecordSchema(List.of(columns));
    return new Rollup(
        name, "readings", schema, null, group, span, List.of(), List.of(), null, schema, 16);
  }
}
