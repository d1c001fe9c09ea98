package io.mysimbdp.platform.coredms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.record.Row;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GoldTableTest {
  private final GoldTable gold = GoldTable.of(Rollups.TENANT, Rollups.GOLD);

  @Test
  void anIntervalIsSpreadOverBuckets() {
    assertThat(gold.createCql(1))
        .isEqualTo(
            "CREATE TABLE IF NOT EXISTS vm_cpu.gold_advice (mysimbdp_bucket int, interval_start"
                + " timestamp, interval_end timestamp, vm_id text, windows bigint, PRIMARY KEY"
                + " ((interval_start, interval_end, mysimbdp_bucket), vm_id)) WITH"
                + " default_time_to_live = 86400");
  }

  @Test
  void theWriteTimeIsTheLastValueOfTheInsert() {
    Row row = new Row(4);
    row.setLong(0, 0);
    row.setLong(1, 1000);
    row.setText(2, "a");
    row.setLong(3, 5);
    assertThat(gold.insertCql()).endsWith("VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
    assertThat(gold.values(row))
        .hasSize(5)
        .endsWith(Instant.EPOCH, Instant.ofEpochSecond(1), "a", 5L);
  }
}
