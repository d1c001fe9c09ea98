package io.mysimbdp.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is missing or too many anywhere, the ledger says so, and where. */
class DatasetLedgerTest {
  private static final PartitionLedger SOUND = new PartitionLedger("readings", 0, 10, 6, 2, 2, 0);
  private static final AnalyticCount ROWS = new AnalyticCount(4, 8);
  private static final AnalyticLedger EVEN = new AnalyticLedger(8, ROWS, ROWS, ROWS, ROWS);

  @Test
  void balancesWhenEveryFigureAgrees() {
    assertThat(ledger(SOUND, EVEN, new GoldCount(3, 3)).balanced()).isTrue();
  }

  @Test
  void aRecordTakenAwayIsMissingInItsPartition() {
    assertThat(problem(new PartitionLedger("readings", 3, 11, 6, 2, 2, 0)))
        .isEqualTo(
            "stream readings, partition 3: 11 records sent, 10 received (6 accepted, 2 rejected,"
                + " 2 late, 0 duplicate): 1 missing");
  }

  @Test
  void aRecordAddedIsTooMany() {
    assertThat(problem(new PartitionLedger("readings", 3, 9, 6, 2, 2, 0))).endsWith("1 too many");
  }

  @Test
  void aRecordLostInsideTheJobShowsInThePairs() {
    AnalyticLedger lost = new AnalyticLedger(9, ROWS, ROWS, ROWS, ROWS);
    assertThat(ledger(SOUND, lost, new GoldCount(3, 3)).problems())
        .containsExactly(
            "silver a: 9 records (counted once a window) passed the gate, the rows written hold 8");
  }

  /** They are in no row, so nobody but the stream job can count them. */
  @Test
  void recordsThatChangedNothingAreAccountedFor() {
    AnalyticCount written = new AnalyticCount(4, 8, 3);
    assertThat(ledger(SOUND, new AnalyticLedger(11, written, ROWS, ROWS, ROWS), null).problems())
        .isEmpty();
    assertThat(ledger(SOUND, new AnalyticLedger(12, written, ROWS, ROWS, ROWS), null).problems())
        .containsExactly(
            "silver a: 12 records (counted once a window) passed the gate, the rows written hold 8"
                + " and 3 changed nothing");
  }

  @Test
  void aRowLostOnItsWayShowsWhereItIsMissing() {
    AnalyticCount less = new AnalyticCount(3, 6);
    assertThat(ledger(SOUND, new AnalyticLedger(8, ROWS, less, ROWS, ROWS), null).problems())
        .containsExactly(
            "silver a: 4 rows of 8 records written, the silver topic holds 3 rows of 6 records");
    assertThat(ledger(SOUND, new AnalyticLedger(8, ROWS, ROWS, less, less), null).problems())
        .containsExactly(
            "silver a: 4 rows of 8 records written, coredms holds 3 rows of 6 records",
            "silver a: 4 rows of 8 records written, the batch read 3 rows of 6 records");
  }

  @Test
  void goldThatIsNotThereIsAProblem() {
    assertThat(ledger(SOUND, EVEN, new GoldCount(3, 2)).problems())
        .containsExactly("gold g: the batch wrote 3 rows, coredms holds 2 for its interval");
  }

  private static String problem(PartitionLedger raw) {
    List<String> problems = ledger(raw, EVEN, null).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static DatasetLedger ledger(PartitionLedger raw, AnalyticLedger silver, GoldCount gold) {
    return new DatasetLedger(
        "d",
        0,
        1,
        180_000,
        List.of(raw),
        Map.of("a", silver),
        gold == null ? Map.of() : Map.of("g", gold),
        List.of());
  }
}
