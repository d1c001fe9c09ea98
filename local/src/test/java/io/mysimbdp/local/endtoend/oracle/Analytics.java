package io.mysimbdp.local.endtoend.oracle;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The silver and gold of vm-cpu, reading by reading, each window apart: no slices, no merging. */
public final class Analytics {
  private record VmWindow(String vm, Window window) {}

  private final Map<VmWindow, WindowTotals> tumbling = new HashMap<>();
  private final Map<VmWindow, WindowTotals> rolling = new HashMap<>();
  private final List<Reading> spikes = new ArrayList<>();

  /** A reading that joins all it belongs to. */
  public void add(Reading reading) {
    add(reading, window -> true);
  }

  /** A reading that joins those of its windows that are open. */
  public void add(Reading reading, Predicate<Window> open) {
    BigDecimal exact = new BigDecimal(reading.maxCpu());
    join(reading, exact, VmCpu.TUMBLING, open, tumbling);
    join(reading, exact, VmCpu.ROLLING, open, rolling);
    if (reading.maxCpu() > VmCpu.LIMIT) {
      spikes.add(reading);
    }
  }

  private static void join(
      Reading reading,
      BigDecimal exact,
      WindowGrid grid,
      Predicate<Window> open,
      Map<VmWindow, WindowTotals> totals) {
    for (Window window : grid.containing(reading.eventTime())) {
      if (open.test(window)) {
        totals
            .computeIfAbsent(new VmWindow(reading.vm(), window), key -> new WindowTotals())
            .add(reading.maxCpu(), exact);
      }
    }
  }

  /** The rows of a silver analytic. */
  public Rows silver(RowShape analytic) {
    return switch (analytic.name()) {
      case "vm_cpu_windows" -> windows();
      case "vm_cpu_rolling" -> rolling();
      case "vm_cpu_spikes" -> spikes();
      default -> throw new IllegalArgumentException(analytic.name());
    };
  }

  private Rows windows() {
    Rows rows = new Rows();
    tumbling.forEach((key, totals) -> rows.add(window(key, totals)));
    return rows;
  }

  private static Row window(VmWindow key, WindowTotals totals) {
    return VmCpu.WINDOWS.row(
        key.vm(),
        key.window().start(),
        key.window().end(),
        totals.average(),
        totals.peak(),
        totals.readings(),
        totals.average() > VmCpu.LIMIT);
  }

  private Rows rolling() {
    Rows rows = new Rows();
    rolling.forEach(
        (key, totals) ->
            rows.add(
                VmCpu.ROLLING_WINDOWS.row(
                    key.vm(), key.window().start(), key.window().end(), totals.average())));
    return rows;
  }

  private Rows spikes() {
    Rows rows = new Rows();
    spikes.forEach(spike -> rows.add(spike(spike)));
    return rows;
  }

  private static Row spike(Reading spike) {
    return VmCpu.SPIKES.row(spike.vm(), spike.eventTime(), spike.maxCpu());
  }

  /** The alerts of {@code vm_cpu_windows}: its anomalies, with the columns of their rows. */
  public Rows anomalies() {
    Rows rows = new Rows();
    tumbling.forEach(
        (key, totals) -> {
          if (totals.average() > VmCpu.LIMIT) {
            rows.add(window(key, totals));
          }
        });
    return rows;
  }

  /** How many (record, window) pairs joined an analytic; without windows, how many records. */
  public long pairs(RowShape analytic) {
    return switch (analytic.name()) {
      case "vm_cpu_windows" -> tumbling.values().stream().mapToLong(WindowTotals::readings).sum();
      case "vm_cpu_rolling" -> rolling.values().stream().mapToLong(WindowTotals::readings).sum();
      default -> spikes.size();
    };
  }

  /** How many rows of a windowed analytic have an end after {@code start}, up to {@code end}. */
  public long windows(RowShape analytic, long start, long end) {
    return (analytic.equals(VmCpu.WINDOWS) ? tumbling : rolling)
        .keySet().stream()
            .filter(key -> key.window().end() > start && key.window().end() <= end)
            .count();
  }

  /**
   * How many rows of single records have an event time from {@code start} to before {@code end}.
   */
  public long spikes(long start, long end) {
    return spikes.stream()
        .filter(spike -> start <= spike.eventTime() && spike.eventTime() < end)
        .count();
  }

  /**
   * The gold over the windows that end after {@code start} and not after {@code end}.
   *
   * @param start of the interval, milliseconds since the epoch
   * @param end of the interval, milliseconds since the epoch
   */
  public Rows recommendations(long start, long end) {
    Map<String, VmHistory> histories = new TreeMap<>();
    tumbling.forEach(
        (key, totals) -> {
          if (key.window().end() > start && key.window().end() <= end) {
            histories.computeIfAbsent(key.vm(), vm -> new VmHistory()).add(key.window(), totals);
          }
        });
    Rows rows = new Rows();
    histories.forEach((vm, history) -> rows.add(history.row(vm, start, end)));
    return rows;
  }
}
