package io.mysimbdp.stream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.VmCpu;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Gate, pre-aggregation and slices together give what writing every record into every window gives,
 * with records out of order, with everything restored from a checkpoint in the middle, and with a
 * heap so small that slices are spilled to state.
 */
class WindowsByForceTest {
  private static final List<Rollup> ANALYTICS = VmCpu.TENANT.silverOf("readings");

  @Property(tries = 60)
  void everyWindowHoldsExactlyItsRecords(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 3000) Integer> seconds,
      @ForAll @IntRange(min = 0, max = 80) int restoreAt,
      @ForAll @IntRange(min = 1, max = 12) int heap)
      throws Exception {
    WindowPipeline pipeline = new WindowPipeline(VmCpu.TENANT, heap, 1);
    for (int i = 0; i < seconds.size(); i++) {
      if (i == restoreAt) {
        pipeline.restore(2);
      }
      pipeline.read(seconds.get(i), vm(i));
    }
    assertThat(pipeline.finish()).isEqualTo(byForce(seconds));
  }

  private static Map<String, String> byForce(List<Integer> seconds) {
    Map<String, Long> windows = new TreeMap<>();
    long high = Long.MIN_VALUE / 2;
    for (int i = 0; i < seconds.size(); i++) {
      long time = VmCpu.at(seconds.get(i));
      for (int analytic = 0; analytic < 2; analytic++) {
        Windows spec = ((Span.Windowed) ANALYTICS.get(analytic).span()).windows();
        for (long end = spec.firstEnd(time); end <= spec.lastEnd(time); end = spec.nextEnd(end)) {
          if (end > high - 30_000) {
            windows.merge(analytic + " " + vm(i) + " " + end, 1L, Long::sum);
          }
        }
      }
      high = Math.max(high, time);
    }
    Map<String, String> rows = new TreeMap<>();
    windows.forEach((window, records) -> rows.put(window, records + "/" + records));
    return rows;
  }

  private static String vm(int i) {
    return "vm-" + i % 5;
  }
}
