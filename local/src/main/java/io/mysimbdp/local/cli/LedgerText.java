package io.mysimbdp.local.cli;

import io.mysimbdp.platform.dataset.AnalyticLedger;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.dataset.GoldCount;
import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.platform.record.Timestamps;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** A dataset's ledger for a person. */
final class LedgerText {
  private LedgerText() {}

  static void print(DatasetLedger ledger, PrintWriter out) {
    out.println("Ledger of dataset " + ledger.dataset());
    line(
        out,
        "  event times      %s to %s",
        Timestamps.format(ledger.from()),
        Timestamps.format(ledger.close()));
    for (Map.Entry<String, PartitionLedger> stream : ledger.streams().entrySet()) {
      PartitionLedger total = stream.getValue();
      line(
          out,
          "  raw %-24s sent %,d = accepted %,d + rejected %,d + late %,d + duplicate %,d%s",
          stream.getKey(),
          total.sent(),
          total.accepted(),
          total.rejected(),
          total.late(),
          total.duplicate(),
          total.balanced() ? "" : "  (does not add up)");
    }
    for (Map.Entry<String, AnalyticLedger> silver : ledger.silver().entrySet()) {
      AnalyticLedger entry = silver.getValue();
      line(
          out,
          "  silver %-21s %,d rows written, %,d committed, %,d in Cassandra%s%s",
          silver.getKey(),
          entry.written().rows(),
          entry.committed().rows(),
          entry.stored().rows(),
          entry.read() == null
              ? ""
              : String.format(Locale.ROOT, ", %,d read by the batch", entry.read().rows()),
          entry.written().unchanged() == 0
              ? ""
              : String.format(
                  Locale.ROOT, "; %,d records changed nothing", entry.written().unchanged()));
    }
    for (Map.Entry<String, GoldCount> gold : ledger.gold().entrySet()) {
      line(
          out,
          "  gold %-23s %,d rows written, %,d in Cassandra",
          gold.getKey(),
          gold.getValue().written(),
          gold.getValue().stored());
    }
    line(out, "  balanced         %s", ledger.balanced() ? "yes" : "NO");
    ledger.problems().forEach(problem -> out.println("  NOT BALANCED: " + problem));
    out.flush();
  }

  private static void line(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
