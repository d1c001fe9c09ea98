package io.mysimbdp.emulator;

import io.mysimbdp.emulator.format.FlatCsv;
import io.mysimbdp.emulator.format.LineFormat;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.emulator.synthetic.SyntheticData;
import io.mysimbdp.emulator.synthetic.SyntheticData.Shape;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.Timestamps;
import io.mysimbdp.platform.window.Grid;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Synthetic data. They go through the same format as those of a file; the dataset's bounds lie on
 * window boundaries of all silver analytics.
 */
final class SyntheticFeed implements Feed {
  private static final long DAY = 86_400_000;

  private final SyntheticData data;
  private final List<RawStream> streams = new ArrayList<>();
  private final List<LineFormat> formats = new ArrayList<>();
  private final Bounds bounds;

  SyntheticFeed(Tenant tenant, SyntheticData data, EmulatorOptions options)
      throws EmulationException, IOException {
    this.data = data;
    for (Shape shape : data.shapes()) {
      RawStream stream = streamOf(tenant, shape);
      streams.add(stream);
      formats.add(
          hasAll(stream, shape) ? new FlatCsv(stream, shape.columns()) : new FlatCsv(stream));
    }
    this.bounds = bounds(tenant, options);
    formats.forEach(format -> format.shiftEventTimes(bounds.shift()));
  }

  private static RawStream streamOf(Tenant tenant, Shape shape) throws EmulationException {
    for (RawStream stream : tenant.raw()) {
      if (hasAll(stream, shape)) {
        return stream;
      }
    }
    for (RawStream stream : tenant.raw()) {
      if (!shape.header() && stream.schema().size() == shape.columns().size()) {
        return stream;
      }
    }
    throw EmulationException.wrongUse(
        "no raw stream of %s has the columns of its synthetic data: %s"
            .formatted(tenant.name(), String.join(", ", shape.columns())),
        null);
  }

  private static boolean hasAll(RawStream stream, Shape shape) {
    return stream.schema().columns().stream()
        .map(Column::name)
        .toList()
        .containsAll(shape.columns());
  }

  private Bounds bounds(Tenant tenant, EmulatorOptions options)
      throws EmulationException, IOException {
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    Lines edges = data.edges();
    for (Line line = edges.next(); line != null; line = edges.next()) {
      long time = formats.get(line.input()).eventTime(line);
      if (time != LineFormat.UNREADABLE) {
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
      }
    }
    if (earliest > latest) {
      throw EmulationException.wrongUse(
          "%s cannot read the event times of its synthetic data".formatted(tenant.name()), null);
    }
    checkBounds(tenant, earliest, latest);
    if (data.wholeDays()) {
      long from = LocalMidnights.before(earliest, tenant.zone());
      long close = LocalMidnights.after(latest, tenant.zone());
      return Bounds.of(tenant, options, from, close, DAY).widened(tenant.zone(), options);
    }
    long step = windowStep(tenant);
    Grid grid = new Grid(Duration.ofMillis(step), tenant.zone());
    return Bounds.of(tenant, options, grid.floor(earliest), grid.next(latest), step);
  }

  private void checkBounds(Tenant tenant, long from, long to) throws EmulationException {
    for (RawStream stream : streams) {
      Instant earliest = stream.eventTime().earliest();
      Instant latest = stream.eventTime().latest();
      if ((earliest != null && from < earliest.toEpochMilli())
          || (latest != null && to > latest.toEpochMilli())) {
        throw EmulationException.wrongUse(
            "synthetic data would go from %s to %s, but %s takes event times from %s until %s; ask for other or fewer days"
                .formatted(
                    Timestamps.format(from),
                    Timestamps.format(to),
                    tenant.name(),
                    earliest == null ? "any time" : earliest,
                    latest == null ? "any time" : latest),
            null);
      }
    }
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
    Lines lines = data.lines();
    return () -> {
      Line line = lines.next();
      if (line == null) {
        return null;
      }
      long time = formats.get(line.input()).eventMicros(line);
      return line.when(time, time != LineFormat.UNREADABLE);
    };
  }

  @Override
  public String stream(int input) {
    return streams.get(input).name();
  }

  @Override
  public LineFormat format(int input) {
    return formats.get(input);
  }

  @Override
  public long total() {
    return data.records();
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
