package io.mysimbdp.emulator;

import io.mysimbdp.platform.definition.Agreement;
import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.Format;
import io.mysimbdp.platform.definition.QualityRule;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.expression.Expression;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.window.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The tenant vm-cpu as far as the emulator looks at it. */
public final class VmCpu {
  /** 2019-01-01T00:00:00Z, when the trace begins. */
  public static final long ORIGIN = 1_546_300_800_000L;

  private VmCpu() {}

  public static Tenant tenant() {
    return new Tenant(
        "vm-cpu",
        "vm_cpu",
        List.of(readings()),
        List.of(windows("windows", 180_000, 180_000), windows("rolling", 900_000, 300_000)),
        List.of(),
        new Agreement(2, null, 30, Duration.ofSeconds(10)));
  }

  public static RawStream readings() {
    return new RawStream(
        "readings",
        schema(),
        Format.JSON,
        List.of(1),
        4,
        new EventTime(
            0,
            EventTime.Unit.SECONDS,
            Instant.ofEpochMilli(ORIGIN),
            Instant.ofEpochMilli(ORIGIN),
            Instant.parse("2019-02-01T00:00:00Z"),
            Duration.ofDays(1)),
        Duration.ofSeconds(30),
        List.of(new QualityRule("cpu_is_percent", new Percent(), "every cpu within 0 and 100")));
  }

  public static RecordSchema schema() {
    return new RecordSchema(
        List.of(
            new Column("timestamp", ColumnType.LONG, false),
            new Column("vm_id", ColumnType.TEXT, false),
            new Column("min_cpu", ColumnType.DOUBLE, true),
            new Column("max_cpu", ColumnType.DOUBLE, false),
            new Column("avg_cpu", ColumnType.DOUBLE, false)));
  }

  private static Rollup windows(String name, long size, long slide) {
    return new Rollup(
        name,
        "readings",
        schema(),
        null,
        List.of(1),
        new Span.Windowed(new Windows(size, slide)),
        List.of(),
        List.of(),
        null,
        schema(),
        1);
  }

  /** All three values, where present, within 0 and 100. */
  public record Percent() implements Expression {
    @Override
    public ColumnType type() {
      return ColumnType.BOOLEAN;
    }

    @Override
    public boolean nullable() {
      return false;
    }

    @Override
    public Object evaluate(Row row) {
      for (int column = 2; column <= 4; column++) {
        double value = row.getDouble(column);
        if (!row.isNull(column) && !(value >= 0 && value <= 100)) {
          return false;
        }
      }
      return true;
    }
  }
}
