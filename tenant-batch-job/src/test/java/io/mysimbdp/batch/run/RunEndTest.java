package io.mysimbdp.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.batch.gold.BatchPlan;
import io.mysimbdp.batch.gold.GoldCounters;
import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A job that has finished is believed if it says what it has read, also if that is nothing. */
class RunEndTest {
  private static final List<Rollup> INPUTS =
      BatchPlan.inputs(Definitions.read(Path.of("../tenants/taxi")));

  private final Map<String, Long> counters = new HashMap<>();

  @Test
  void whatWasReadIsRecorded() {
    INPUTS.forEach(input -> count(input, 3, 10));
    counters.put(GoldCounters.rowsWritten("something"), 7L);
    assertThat(RunEnd.read(INPUTS, counters)).hasValueSatisfying(RunEndTest::isOfAllInputs);
  }

  private static void isOfAllInputs(Map<String, AnalyticCount> read) {
    assertThat(read.keySet()).containsExactlyElementsOf(INPUTS.stream().map(Rollup::name).toList());
    assertThat(read.values()).containsOnly(new AnalyticCount(3, 10));
  }

  @Test
  void anIntervalWithoutSilverIsAResult() {
    INPUTS.forEach(input -> count(input, 0, 0));
    assertThat(RunEnd.read(INPUTS, counters))
        .hasValueSatisfying(
            read -> assertThat(read.values()).containsOnly(AnalyticCount.ZERO).isNotEmpty());
  }

  @Test
  void countersThatAreGoneAreNotZero() {
    assertThat(RunEnd.read(INPUTS, counters)).isEmpty();
    INPUTS.forEach(input -> count(input, 3, 10));
    counters.remove(GoldCounters.rowsRead(INPUTS.get(INPUTS.size() - 1).name()));
    assertThat(RunEnd.read(INPUTS, counters)).isEmpty();
  }

  private void count(Rollup input, long rows, long records) {
    counters.put(GoldCounters.rowsRead(input.name()), rows);
    counters.put(GoldCounters.recordsRead(input.name()), records);
  }
}
