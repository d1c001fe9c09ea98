package io.mysimbdp.emulator;

import io.mysimbdp.emulator.format.FlatCsv;
import io.mysimbdp.emulator.format.LineFormat;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.synthetic.SyntheticVmCpu;
import io.mysimbdp.emulator.synthetic.VmCpuSpec;
import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.EventTimeForm;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.window.Grid;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Synthetic readings. They go through the same format as those of a file; the dataset's bounds lie
 * on window boundaries of all silver analytics.
 */
final class SyntheticFeed implements Feed {
  private static final List<String> COLUMNS =
      List.of("timestamp", "vm_id", "min_cpu", "max_cpu", "avg_cpu");

  private final RawStream stream;
  private final VmCpuSpec spec;
  private final LineFormat format;
  private final Bounds bounds;

  SyntheticFeed(Tenant tenant, VmCpuSpec spec, EmulatorOptions options) throws EmulationException {
    this.stream = streamOf(tenant);
    this.spec = spec;
    EventTime eventTime = stream.eventTime();
    EventTimeForm.Numeric seconds = (EventTimeForm.Numeric) eventTime.form();
    long from = seconds.toMillis(spec.start());
    long end = seconds.toMillis(spec.end());
    long latest =
        eventTime.latest() == null ? Long.MAX_VALUE : eventTime.latest().toEpochMilli() + 1;
    if (end > latest) {
      throw EmulationException.wrongUse(
          "synthetic readings would go on until %s, but %s takes them until %s; ask for fewer, or more machines"
              .formatted(java.time.Instant.ofEpochMilli(end), tenant.name(), eventTime.latest()),
          null);
    }
    long step = windowStep(tenant);
    Grid grid = new Grid(Duration.ofMillis(step), tenant.zone());
    long first = grid.floor(from);
    long close = Math.max(grid.next(first), grid.next(end - 1));
    this.bounds = Bounds.of(tenant, options, first, close, step);
    this.format = new FlatCsv(stream);
    format.shiftEventTimes(bounds.shift());
  }

  private static RawStream streamOf(Tenant tenant) throws EmulationException {
    for (RawStream stream : tenant.raw()) {
      if (stream.schema().columns().stream().map(Column::name).toList().equals(COLUMNS)) {
        return stream;
      }
    }
    throw EmulationException.wrongUse(
        "there are synthetic data for vm-cpu only; no raw stream of %s has its columns %s"
            .formatted(tenant.name(), String.join(", ", COLUMNS)),
        null);
  }

  /**
   * The least common multiple of all window strides: a boundary of every rollup, in whole seconds.
   */
  private static long windowStep(Tenant tenant) {
    return tenant.silver().stream()
        .filter(rollup -> rollup.span() instanceof Span.Windowed)
        .mapToLong(rollup -> ((Span.Windowed) rollup.span()).windows().stride())
        .reduce(1000, (a, b) -> a / gcd(a, b) * b);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public Lines lines() {
    SyntheticVmCpu readings = new SyntheticVmCpu(spec);
    return new Lines() {
      @Override
      public Line next() throws IOException {
        Line line = readings.next();
        return line == null ? null : line.when(format.eventTime(line), true);
      }
    };
  }

  @Override
  public String stream(int input) {
    return stream.name();
  }

  @Override
  public LineFormat format(int input) {
    return format;
  }

  @Override
  public long total() {
    return spec.readings();
  }

  @Override
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public long emptyLines(String name) {
    return 0;
  }

  @Override
  public void close() {}
}
