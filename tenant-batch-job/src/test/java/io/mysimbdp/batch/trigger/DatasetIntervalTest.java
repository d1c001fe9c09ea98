package io.mysimbdp.batch.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.coredms.DatasetRecord;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.dataset.Completion;
import io.mysimbdp.platform.dataset.CompletionSet;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.definition.RowTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetIntervalTest {
  private static final RowTime STRETCHES = new RowTime("arrived", "departed", false);
  private static final RowTime INSTANTS = new RowTime("event_time", "event_time", true);

  @Test
  void theFirstDatasetBeginsWhereItsRecordsMay() {
    assertThat(DatasetInterval.of(set(100, 200, 250), List.of()))
        .isEqualTo(new Interval(100, 250, 100, 200));
  }

  @Test
  void theNextTakesUpWhereWindowsAndInstantsWereLeft() {
    DatasetRecord first = done(new Interval(100, 250, 100, 200));
    assertThat(DatasetInterval.of(set(200, 300, 350), List.of(first)))
        .isEqualTo(new Interval(250, 350, 200, 300));
  }

  @Test
  void anOlderDatasetTakesNoRowOfThoseBeforeIt() {
    DatasetRecord first = done(new Interval(100, 250, 100, 200));
    Interval interval = DatasetInterval.of(set(0, 50, 60), List.of(first));
    assertThat(interval).isEqualTo(new Interval(250, 250, 200, 200));
    for (long time = 0; time < 300; time++) {
      assertThat(interval.contains(STRETCHES, time)).isFalse();
      assertThat(interval.contains(INSTANTS, time)).isFalse();
    }
  }

  @Test
  void intervalsInSuccessionTakeEachRowOnce() {
    Interval first = DatasetInterval.of(set(100, 200, 250), List.of());
    Interval second = DatasetInterval.of(set(200, 300, 350), List.of(done(first)));
    for (long time = 101; time <= 350; time++) {
      assertThat(first.contains(STRETCHES, time)).isNotEqualTo(second.contains(STRETCHES, time));
    }
    for (long time = 100; time < 300; time++) {
      assertThat(first.contains(INSTANTS, time)).isNotEqualTo(second.contains(INSTANTS, time));
    }
  }

  private static CompletionSet set(long from, long close, long fin) {
    return new CompletionSet(
        List.of(new Completion("d", 0, 1, from, close, fin, List.of(), Map.of(), Map.of())), 7);
  }

  private static DatasetRecord done(Interval interval) {
    DatasetLedger ledger =
        new DatasetLedger("before", 0, 1, 1, List.of(), Map.of(), Map.of(), List.of());
    return new DatasetRecord(
        "t", "before", 3, interval, Map.of(), DatasetRecord.State.DONE, ledger);
  }
}
