package io.mysimbdp.local.endtoend.taxi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.Export;
import java.nio.file.Path;

/** What {@code run taxi --export} wrote. */
public record TaxiExport(Path folder) {

  /** Silver in Kafka and in coredms, gold, and the ledger are as they must be. */
  public void has(TaxiOracle expected) {
    JsonNode ledger = new Export(folder).ledger();
    balances(ledger, expected);
    for (RowShape analytic : Taxi.SILVER) {
      Rows rows = expected.silver(analytic);
      same(rows, "silver/" + analytic.name() + ".ndjson", analytic);
      same(rows, "coredms/silver_" + analytic.name() + ".ndjson", analytic);
      assertThat(ledger.required("silver").required(analytic.name()).longValue())
          .as("%s in the ledger", analytic.name())
          .isEqualTo(rows.size());
    }
    for (RowShape table : Taxi.GOLD) {
      Rows rows = expected.gold(table);
      same(rows, "coredms/gold_" + table.name() + ".ndjson", table);
      assertThat(ledger.required("gold").required(table.name()).longValue())
          .as("%s in the ledger", table.name())
          .isEqualTo(rows.size());
    }
    Fares.sketchedIn(folder.resolve("silver/fare_windows.ndjson"));
    Fares.sketchedIn(folder.resolve("coredms/silver_fare_windows.ndjson"));
    Fares.quantilesIn(folder.resolve("coredms/gold_fare_trends.ndjson"), expected.periods());
  }

  private static void balances(JsonNode ledger, TaxiOracle expected) {
    assertThat(ledger.required("sent").longValue()).as("sent").isEqualTo(expected.sent());
    assertThat(ledger.required("accepted").longValue())
        .as("accepted in %s", ledger)
        .isEqualTo(expected.trips().size());
    assertThat(ledger.required("duplicate").longValue())
        .as("duplicate in %s", ledger)
        .isEqualTo(expected.duplicates());
    assertThat(ledger.required("rejected").longValue()).as("rejected in %s", ledger).isZero();
    assertThat(ledger.required("late").longValue()).as("late in %s", ledger).isZero();
    assertThat(ledger.required("balanced").booleanValue()).as("balanced %s", ledger).isTrue();
  }

  private void same(Rows expected, String file, RowShape shape) {
    assertThat(ExportedRows.difference(expected, folder.resolve(file), shape, Taxi.besides(shape)))
        .as(file)
        .isEmpty();
  }
}
