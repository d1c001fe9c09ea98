package io.mysimbdp.stream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.stream.VmCpu;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;

/** Days and half hours in Chicago over both changes of the clocks, a record every half hour. */
class ZonedDaysTest {
  private static final Tenant TENANT =
      VmCpu.changed(
          yaml ->
              yaml.replace("tenant: vm-cpu", "tenant: vm-cpu\nzone: America/Chicago")
                  .replace("2019-02-01", "2020-02-01")
                  .replace("max_ahead: 1d", "max_ahead: 400d")
                  .replace("tumbling: 3m", "tumbling: 1d")
                  .replace("sliding: 15m, every: 5m", "sliding: 12h, every: 6h"));

  @Example
  void aDayHasTwentyThreeHoursInSpring() throws Exception {
    Map<String, String> rows = rows("2019-03-10T00:00:00Z", "2019-03-12T12:00:00Z");
    assertThat(rows)
        .containsEntry("0 2019-03-10T06:00:00Z", "12/12")
        .containsEntry("0 2019-03-11T05:00:00Z", "46/46")
        .containsEntry("0 2019-03-12T05:00:00Z", "48/48")
        .containsEntry("1 2019-03-10T17:00:00Z", "22/22")
        .containsEntry("1 2019-03-10T23:00:00Z", "24/24");
  }

  @Example
  void aDayHasTwentyFiveHoursInAutumn() throws Exception {
    Map<String, String> rows = rows("2019-11-02T12:00:00Z", "2019-11-05T00:00:00Z");
    assertThat(rows)
        .containsEntry("0 2019-11-03T05:00:00Z", "34/34")
        .containsEntry("0 2019-11-04T06:00:00Z", "50/50")
        .containsEntry("0 2019-11-05T06:00:00Z", "36/36")
        .containsEntry("1 2019-11-03T18:00:00Z", "26/26")
        .containsEntry("1 2019-11-04T00:00:00Z", "24/24");
  }

  private static Map<String, String> rows(String from, String to) throws Exception {
    WindowPipeline pipeline = new WindowPipeline(TENANT, 3, 1);
    long end = Instant.parse(to).toEpochMilli();
    int count = 0;
    for (long time = Instant.parse(from).toEpochMilli(); time < end; time += 1_800_000) {
      if (count++ == 40) {
        pipeline.restore(2);
      }
      pipeline.read((int) ((time - VmCpu.ORIGIN) / 1000), "a");
    }
    Map<String, String> rows = new TreeMap<>();
    pipeline
        .finish()
        .forEach(
            (name, row) -> {
              String[] words = name.split(" ", -1);
              rows.put(words[0] + " " + Instant.ofEpochMilli(Long.parseLong(words[2])), row);
            });
    return rows;
  }
}
