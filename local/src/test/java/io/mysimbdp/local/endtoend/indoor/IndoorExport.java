package io.mysimbdp.local.endtoend.indoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.Export;
import java.nio.file.Path;

/** What {@code run --export} wrote of rest-home or office. */
public record IndoorExport(Path folder) {

  /** Silver in Kafka and in coredms, alerts, gold and the ledger are these; nothing was late. */
  public void has(IndoorOracle expected) {
    expected.silver().forEach(this::hasSilver);
    Headcount.holds(
        expected.sightings(),
        ExportedRows.list(folder.resolve("silver/" + Indoor.OCCUPANCY.name() + ".ndjson")));
    Alerts.same(expected.alerts(), ExportedRows.list(folder.resolve("alerts.ndjson")));
    expected.gold().forEach(this::hasGold);
    long sent = expected.sightings().size();
    new Export(folder).hasLedger(new Tally(sent, sent, 0, 0));
    for (String none : new String[] {"late.ndjson", "dead-letters.ndjson"}) {
      assertThat(ExportedRows.list(folder.resolve(none))).as(none).isEmpty();
    }
  }

  private void hasSilver(RowShape analytic, Rows rows) {
    same("silver in Kafka", "silver/" + analytic.name(), analytic, rows);
    same("silver in coredms", "coredms/silver_" + analytic.name(), analytic, rows);
    hasCounted("silver", analytic, rows);
  }

  private void hasGold(RowShape table, Rows rows) {
    same("gold in coredms", "coredms/gold_" + table.name(), table, rows);
    hasCounted("gold", table, rows);
  }

  private void hasCounted(String kind, RowShape shape, Rows rows) {
    assertThat(new Export(folder).ledger().required(kind).required(shape.name()).longValue())
        .as("rows of %s in the ledger", shape.name())
        .isEqualTo(rows.size());
  }

  private void same(String what, String file, RowShape shape, Rows rows) {
    assertThat(ExportedRows.difference(rows, folder.resolve(file + ".ndjson"), shape))
        .as("%s: %s", what, shape.name())
        .isEmpty();
  }
}
