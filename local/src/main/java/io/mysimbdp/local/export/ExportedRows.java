package io.mysimbdp.local.export;

import io.mysimbdp.platform.dataset.AnalyticLedger;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.dataset.GoldCount;
import io.mysimbdp.platform.dataset.PartitionLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many rows an export found, by name.
 *
 * @param silver on Kafka
 * @param storedSilver in Cassandra
 * @param storedGold in Cassandra
 * @param alerts without repeats
 */
record ExportedRows(
    Map<String, Long> silver,
    Map<String, Long> storedSilver,
    Map<String, Long> storedGold,
    long alerts,
    long deadLetters,
    long late) {

  /** Where the export of a tenant that has had this one dataset contradicts its ledger. */
  List<String> contradictions(DatasetLedger ledger) {
    List<String> found = new ArrayList<>();
    PartitionLedger total = ledger.total();
    compare("dead letters", total.rejected(), deadLetters, found);
    compare("late records", total.late(), late, found);
    for (Map.Entry<String, AnalyticLedger> entry : ledger.silver().entrySet()) {
      String analytic = entry.getKey();
      long written = entry.getValue().written().rows();
      compare("rows of silver " + analytic + " on Kafka", written, silver.get(analytic), found);
      compare(
          "rows of silver " + analytic + " in Cassandra",
          written,
          storedSilver.get(analytic),
          found);
    }
    for (Map.Entry<String, GoldCount> entry : ledger.gold().entrySet()) {
      String what = "rows of gold " + entry.getKey() + " in Cassandra";
      compare(what, entry.getValue().stored(), storedGold.get(entry.getKey()), found);
    }
    return found;
  }

  private static void compare(String what, long ledger, Long exported, List<String> found) {
    if (exported == null || exported != ledger) {
      found.add("%s: the ledger says %d, the export found %s".formatted(what, ledger, exported));
    }
  }
}
