package io.mysimbdp.platform.coredms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.Timestamps;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilverTableTest {
  private final SilverTable windows = SilverTable.of(Rollups.TENANT, Rollups.WINDOWS);
  private final SilverTable spikes = SilverTable.of(Rollups.TENANT, Rollups.SPIKES);

  @Test
  void windowedRowsAreKeyedByGroupAndWindowEnd() {
    assertThat(windows.createCql(30))
        .isEqualTo(
            "CREATE TABLE IF NOT EXISTS vm_cpu.silver_windows (mysimbdp_day text, mysimbdp_bucket"
                + " int, vm_id text, window_start timestamp, window_end timestamp, average double,"
                + " readings bigint, \"order\" boolean, mysimbdp_records bigint, PRIMARY KEY"
                + " ((mysimbdp_day, mysimbdp_bucket), vm_id, window_end)) WITH default_time_to_live"
                + " = 2592000");
  }

  @Test
  void rowsWithoutWindowAreKeyedByThePositionOfTheirRecord() {
    assertThat(spikes.createCql(0))
        .endsWith(
            "PRIMARY KEY ((mysimbdp_day, mysimbdp_bucket), event_time, mysimbdp_partition,"
                + " mysimbdp_offset)) WITH default_time_to_live = 0");
  }

  @Test
  void valuesStandInTheOrderOfTheInsert() {
    Row row = window("a", "2019-01-02T00:00:00Z");
    assertThat(windows.insertCql())
        .isEqualTo(
            "INSERT INTO vm_cpu.silver_windows (mysimbdp_day, mysimbdp_bucket, vm_id, window_start,"
                + " window_end, average, readings, \"order\", mysimbdp_records) VALUES (?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?)");
    Object[] values = windows.values(row, 7, -1, -1);
    assertThat(values)
        .hasSameSizeAs(windows.columns().toArray())
        .containsExactly(
            "2019-01-02",
            windows.bucket(row, -1, -1),
            "a",
            Instant.parse("2019-01-01T23:57:00Z"),
            Instant.parse("2019-01-02T00:00:00Z"),
            null,
            3L,
            true,
            7L);
  }

  @Test
  void aRowWithoutWindowCarriesItsPosition() {
    Row row = new Row(2);
    row.setText(0, "a");
    row.setLong(1, Timestamps.parse("2019-01-01T23:59:59.999Z"));
    assertThat(spikes.values(row, 1, 3, 1027))
        .hasSameSizeAs(spikes.columns().toArray())
        .startsWith("2019-01-01", spikes.bucket(row, 3, 1027), "a")
        .endsWith(1L, 3, 1027L);
  }

  @Test
  void bucketsArePartOfTheStorageFormat() {
    Row row = window("vm-1", "2019-01-01T00:03:00Z");
    assertThat(windows.bucket(row, 0, 0)).isEqualTo(5);
    assertThat(spikes.bucket(row, 3, 1027)).isEqualTo(5);
  }

  @Test
  void bucketsAreUsedEvenly() {
    int[] rows = new int[16];
    for (int vm = 0; vm < 16_000; vm++) {
      rows[windows.bucket(window("vm-" + vm, "2019-01-01T00:03:00Z"), 0, 0)]++;
    }
    for (int count : rows) {
      assertThat(count).isBetween(800, 1200);
    }
  }

  @Test
  void aRowWithoutTimeIsRefused() {
    assertThatThrownBy(() -> windows.values(new Row(6), 1, 0, 0))
        .hasMessageContaining("a row of silver_windows has no window_end");
  }

  private static Row window(String vm, String end) {
    Row row = new Row(6);
    row.setText(0, vm);
    row.setLong(1, Timestamps.parse(end) - 180_000);
    row.setLong(2, Timestamps.parse(end));
    row.setLong(4, 3);
    row.setBoolean(5, true);
    return row;
  }
}
