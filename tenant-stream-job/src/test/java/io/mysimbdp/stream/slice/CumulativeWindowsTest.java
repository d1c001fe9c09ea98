package io.mysimbdp.stream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.stream.VmCpu;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Running totals over half a day, one per machine and one of all, beside sliding windows. */
class CumulativeWindowsTest {
  private static final int HALF_DAY = 43_200;
  private static final int STEP = 600;

  private static final Tenant TENANT =
      VmCpu.changed(
          yaml ->
              yaml.replace("max_ahead: 1d", "max_ahead: 100d")
                  .replace("tumbling: 3m", "cumulative: 12h, every: 10m")
                  .replace(
                      "\n    group_by: [vm_id]\n    window: {sliding: 15m, every: 5m}",
                      "\n    window: {cumulative: 12h, every: 10m}"));

  /** A record: a second of the trace and a machine. */
  private record Reading(int second, int vm) {}

  @Property(tries = 80)
  void everyRowIsTheRunningTotal(
      @ForAll @Size(min = 1, max = 120) List<@IntRange(min = -2000, max = 5000) Integer> strides,
      @ForAll @IntRange(min = 0, max = 120) int restoreAt,
      @ForAll @IntRange(min = 1, max = 3) int parallelism,
      @ForAll @IntRange(min = 1, max = 12) int heap)
      throws Exception {
    List<Reading> readings = readings(strides);
    WindowPipeline pipeline = new WindowPipeline(TENANT, heap, 2);
    for (int i = 0; i < readings.size(); i++) {
      if (i == restoreAt) {
        pipeline.restore(parallelism);
      }
      if (i == restoreAt + 7) {
        pipeline.restore(1);
      }
      pipeline.read(readings.get(i).second(), "vm-" + readings.get(i).vm());
    }
    assertThat(pipeline.finish()).isEqualTo(byForce(readings));
  }

  /** Times that go on, with steps back now and then. */
  private static List<Reading> readings(List<Integer> strides) {
    int[] now = {3000};
    return strides.stream()
        .map(
            stride -> {
              now[0] = Math.max(0, now[0] + stride);
              return new Reading(now[0], Math.floorMod(stride, 4));
            })
        .toList();
  }

  private static Map<String, String> byForce(List<Reading> readings) {
    Map<String, String> rows = new TreeMap<>();
    rows.putAll(byForce(0, readings, true));
    rows.putAll(byForce(1, readings, false));
    return rows;
  }

  private static Map<String, String> byForce(
      int analytic, List<Reading> readings, boolean perMachine) {
    Map<String, Map<Integer, Integer>> joined = new TreeMap<>();
    int closed = Integer.MIN_VALUE;
    for (Reading reading : readings) {
      int first = Math.max(reading.second(), closed) / STEP * STEP + STEP;
      int period = reading.second() / HALF_DAY;
      if (first <= (period + 1) * HALF_DAY) {
        String group = (perMachine ? "vm-" + reading.vm() : "all") + " " + period;
        joined.computeIfAbsent(group, g -> new TreeMap<>()).merge(first, 1, Integer::sum);
      }
      closed = Math.max(closed, reading.second() - 30);
    }
    Map<String, String> rows = new TreeMap<>();
    joined.forEach(
        (group, ends) -> {
          int total = 0;
          for (int end : new TreeSet<>(ends.keySet())) {
            total += ends.get(end);
            String name = analytic + " " + group.split(" ", -1)[0] + " " + VmCpu.at(end);
            rows.put(name, total + "/" + ends.get(end));
          }
        });
    return rows;
  }

  @Example
  void aLateJoinerShowsInTheNextRow() throws Exception {
    WindowPipeline pipeline = new WindowPipeline(TENANT, 100, 1);
    pipeline.read(100, "a");
    pipeline.read(630, "a"); // closes the first row
    pipeline.read(200, "a"); // joins the second
    pipeline.read(3000, "a"); // nothing in between changes
    pipeline.read(43_230, "a"); // the next period
    pipeline.read(300, "a"); // too late for all
    Map<String, String> rows = new TreeMap<>();
    pipeline
        .finish()
        .forEach(
            (name, row) -> {
              String[] words = name.split(" ", -1);
              if (words[0].equals("0")) {
                rows.put((Long.parseLong(words[2]) - VmCpu.ORIGIN) / 1000 + "", row);
              }
            });
    assertThat(rows)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("600", "1/1", "1200", "3/2", "3600", "4/1", "43800", "1/1"));
  }
}
