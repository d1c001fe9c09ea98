package io.mysimbdp.local.endtoend.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.rows.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tiny partitions whose outcome can be told by reading them. Times are seconds of the trace. */
class GateOracleTest {
  private static final long T = Reading.ORIGIN;
  private static final long NOW = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();

  private final GateOracle oracle = new GateOracle();
  private final long[] offsets = new long[3];

  @Test
  void aRecordIsLateOnceItsWindowEndsThirtySecondsBehindTheHighestTimeBefore() {
    begin(0, "d", 0, 1000);
    reading(0, "a", 209.0, 1);
    reading(0, "a", 179.0, 2); // window end 180 > 209 - 30
    reading(0, "a", 210.0, 3);
    reading(0, "a", 178.0, 4); // window end 180 <= 210 - 30: late, but rolling 0-900 is open
    end(0, "d", 0, 1000, 4);
    assertThat(outcome().dataset().total()).isEqualTo(new Tally(4, 3, 0, 1));
    assertSame(outcome().late().differenceTo(Stream.of(late(0, 4, 178, "", window(0, 180), 4))));
    assertSame(
        outcome()
            .analytics()
            .silver(VmCpu.WINDOWS)
            .differenceTo(
                Stream.of(
                    VmCpu.WINDOWS.row("a", T, T + 180_000, 2.0, 2.0, 1L, false),
                    VmCpu.WINDOWS.row("a", T + 180_000, T + 360_000, 2.0, 3.0, 2L, false))));
    assertThat(outcome().analytics().pairs(VmCpu.ROLLING_WINDOWS)).isEqualTo(4 * 3);
  }

  @Test
  void aRecordThatIsLateForSomeRollingWindowsJoinsTheOthersAndStillSpikes() {
    begin(0, "d", 0, 5000);
    reading(0, "a", 930, 1);
    reading(0, "a", 890, 99); // misses 0-900 of rolling and 720-900, for 900 <= 930 - 30
    end(0, "d", 0, 5000, 2);
    assertSame(
        outcome()
            .late()
            .differenceTo(Stream.of(late(0, 2, 890, window(0, 900), window(720, 900), 99))));
    assertThat(outcome().analytics().pairs(VmCpu.ROLLING_WINDOWS)).isEqualTo(3 + 2);
    assertThat(outcome().analytics().pairs(VmCpu.SPIKES)).isEqualTo(1);
  }

  @Test
  void partitionsDoNotMakeEachOthersRecordsLate() {
    begin(0, "d", 0, 5000);
    begin(1, "d", 0, 5000);
    reading(0, "a", 4000, 1);
    reading(1, "b", 0, 1);
    end(0, "d", 0, 5000, 1);
    end(1, "d", 0, 5000, 1);
    assertThat(outcome().dataset().total()).isEqualTo(new Tally(2, 2, 0, 0));
  }

  @Test
  void aDatasetThatWasNeverClosedEndsInADeadLetterAndInNoLedger() {
    begin(0, "left-open", 0, 1000);
    reading(0, "a", 1, 1);
    begin(0, "d", 1000, 2000);
    reading(0, "a", 1001, 2);
    end(0, "d", 1000, 2000, 1);
    assertThat(outcome().dataset().total()).isEqualTo(new Tally(1, 1, 0, 0));
    assertThat(outcome().deadLetters().size()).isEqualTo(1);
    assertThat(outcome().analytics().pairs(VmCpu.WINDOWS)).isEqualTo(2);
  }

  @Test
  void aDeadRecordAdvancesNoTime() {
    begin(0, "d", 0, 1000);
    reading(0, "a", 32_000_000, 1); // January 2020
    raw(0, null, "{\"timestamp\":900,\"vm_id\":\"\",\"max_cpu\":1.0,\"avg_cpu\":1.0}");
    raw(0, null, "{\"timestamp\":900,\"vm_id\":\"a\",\"max_cpu\":101.0,\"avg_cpu\":1.0}");
    reading(0, "a", 1, 1);
    end(0, "d", 0, 1000, 4);
    assertThat(outcome().dataset().total()).isEqualTo(new Tally(4, 1, 3, 0));
    assertThat(outcome().deadLetters().size()).isEqualTo(3);
  }

  @Test
  void outsideADatasetATimeFarAheadOfKafkasIsDeadAndInsideItsBoundsCount() {
    reading(0, "a", 0, 1);
    oracle.read(RawRecord.of(0, offsets[0]++, T - 86_400_001, null, json("a", 0, 1)));
    begin(0, "d", 100, 200);
    reading(0, "a", 99, 1);
    reading(0, "a", 100, 1);
    reading(0, "a", 200, 1);
    end(0, "d", 100, 200, 3);
    assertThat(outcome().dataset().total()).isEqualTo(new Tally(3, 1, 2, 0));
    assertThat(outcome().deadLetters().size()).isEqualTo(3);
  }

  @Test
  void anEndMarkerMakesEverythingBeforeItsFinalLate() {
    begin(0, "d", 0, 100);
    reading(0, "a", 50, 1);
    end(0, "d", 0, 100, 1);
    begin(0, "e", 0, 2000);
    reading(0, "a", 899, 1); // final of d is 900
    reading(0, "a", 900, 1); // its rolling window 300-1200 was not final
    end(0, "e", 0, 2000, 2);
    end(0, "e", 0, 2000, 2); // the producer was restarted and said it again
    assertThat(outcome().datasets().get("d").total()).isEqualTo(new Tally(1, 1, 0, 0));
    assertThat(outcome().datasets().get("e").total()).isEqualTo(new Tally(2, 1, 0, 1));
  }

  @Test
  void whatTheSchemaAndTheQualityRulesRefuse() {
    for (String dead :
        new String[] {
          "",
          "[]",
          "nonsense",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0}{}",
          "{\"timestamp\":\"1\",\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0,\"x\":1}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"timestamp\":1.5,\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":7,\"max_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"max_cpu\":null,\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"min_cpu\":\"x\",\"max_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"min_cpu\":-0.1,\"max_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"max_cpu\":100.1,\"avg_cpu\":1.0}"
        }) {
      assertThat(ReadingJson.read(bytes(dead))).as(dead).isEmpty();
    }
    for (String good :
        new String[] {
          "{\"timestamp\":1,\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"timestamp\":1,\"vm_id\":\"a\",\"min_cpu\":null,\"max_cpu\":1,\"avg_cpu\":1e0}",
          "{\"timestamp\":1.0,\"vm_id\":\"a\",\"max_cpu\":1.0,\"avg_cpu\":1.0}",
          "{\"avg_cpu\":0.0,\"max_cpu\":100.0,\"min_cpu\":0.0,\"vm_id\":\"a\",\"timestamp\":1}"
        }) {
      assertThat(ReadingJson.read(bytes(good))).as(good).isPresent();
    }
  }

  private GateOutcome outcome() {
    return oracle.outcome();
  }

  private static void assertSame(String difference) {
    assertThat(difference).isEmpty();
  }

  private static Row late(
      long partition, long offset, long second, String rolling, String tumbling, double max) {
    return GateOutcome.LATE.row(
        partition,
        offset,
        T + second * 1000,
        rolling,
        tumbling,
        new String(json("a", second, max), StandardCharsets.UTF_8));
  }

  private static String window(long start, long end) {
    return Instant.ofEpochMilli(T + start * 1000) + "/" + Instant.ofEpochMilli(T + end * 1000);
  }

  private void reading(int partition, String vm, double second, double max) {
    oracle.read(
        RawRecord.of(partition, offsets[partition]++, NOW, null, json(vm, (long) second, max)));
  }

  private void begin(int partition, String dataset, long from, long close) {
    raw(partition, "begin", marker(dataset, from, close, 0));
  }

  private void end(int partition, String dataset, long from, long close, long sent) {
    raw(partition, "end", marker(dataset, from, close, sent));
  }

  private void raw(int partition, String control, String value) {
    oracle.read(RawRecord.of(partition, offsets[partition]++, NOW, control, bytes(value)));
  }

  private static String marker(String dataset, long from, long close, long sent) {
    return "{\"dataset\":\"%s\",\"from\":\"%s\",\"close\":\"%s\",\"sent\":%d}"
        .formatted(
            dataset,
            Instant.ofEpochMilli(T + from * 1000),
            Instant.ofEpochMilli(T + close * 1000),
            sent);
  }

  private static byte[] json(String vm, long second, double max) {
    return bytes(
        "{\"timestamp\":%d,\"vm_id\":\"%s\",\"min_cpu\":null,\"max_cpu\":%s,\"avg_cpu\":1.0}"
            .formatted(second, vm, max));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
