package io.mysimbdp.local.endtoend.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.endtoend.oracle.Analytics;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import io.mysimbdp.local.endtoend.rows.ExportedLetters;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code run --export} wrote, and the questions that tests have about it. */
public record Export(Path folder) {

  /** Silver in Kafka and in coredms, alerts and gold are these, to the last bit. */
  public Export has(Analytics expected, long finalEnd) {
    for (RowShape analytic : VmCpu.SILVER) {
      Rows rows = expected.silver(analytic);
      same("silver in Kafka", rows, "silver/" + analytic.name() + ".ndjson", analytic);
      same("silver in coredms", rows, "coredms/silver_" + analytic.name() + ".ndjson", analytic);
      assertThat(ledger().required("silver").required(analytic.name()).longValue())
          .isEqualTo(rows.size());
    }
    hasGold(expected, finalEnd);
    hasAlerts(expected);
    return this;
  }

  private void hasGold(Analytics expected, long finalEnd) {
    Path file = folder.resolve("coredms/gold_vm_recommendations.ndjson");
    Rows rows = expected.recommendations(intervalStart(file), finalEnd);
    same("gold in coredms", rows, "coredms/" + file.getFileName(), VmCpu.RECOMMENDATIONS);
    assertThat(ledger().required("gold").required("vm_recommendations").longValue())
        .isEqualTo(rows.size());
  }

  /** The platform is free to choose where a first interval begins, if only it holds everything. */
  private static long intervalStart(Path gold) {
    Set<String> starts = new HashSet<>();
    ExportedRows.forEach(gold, row -> starts.add(row.required("interval_start").textValue()));
    assertThat(starts).as("interval_start in %s", gold).hasSizeLessThanOrEqualTo(1);
    return starts.stream()
        .mapToLong(start -> Instant.parse(start).toEpochMilli())
        .findAny()
        .orElse(0);
  }

  private void hasAlerts(Analytics expected) {
    Set<String> ids = new HashSet<>();
    Rows anomalies = new Rows();
    Rows spikes = new Rows();
    ExportedRows.forEach(
        folder.resolve("alerts.ndjson"),
        alert -> {
          assertThat(ids.add(alert.required("id").textValue())).as("id of %s", alert).isTrue();
          boolean spike = alert.required("analytic").textValue().equals("vm_cpu_spikes");
          RowShape shape = spike ? VmCpu.SPIKES : VmCpu.WINDOWS;
          (spike ? spikes : anomalies)
              .add(ExportedRows.row(alert, shape, Set.of("id", "analytic")));
        });
    assertThat(expected.anomalies().differenceTo(anomalies.stream()))
        .as("anomaly alerts")
        .isEmpty();
    assertThat(expected.silver(VmCpu.SPIKES).differenceTo(spikes.stream())).as("spikes").isEmpty();
  }

  /** Late records and dead letters are these, and the ledger counts them. */
  public Export hasGated(GateOutcome expected) {
    Rows late = ExportedLetters.late(lines("late.ndjson"), GateOutcome.LATE);
    Rows dead = ExportedLetters.deadLetters(lines("dead-letters.ndjson"), GateOutcome.DEAD_LETTERS);
    assertThat(expected.late().differenceTo(late.stream())).as("late records").isEmpty();
    assertThat(expected.deadLetters().differenceTo(dead.stream())).as("dead letters").isEmpty();
    return hasLedger(expected.dataset().total());
  }

  private List<JsonNode> lines(String file) {
    return ExportedRows.list(folder.resolve(file));
  }

  /** The ledger balances and has these totals. */
  public Export hasLedger(Tally expected) {
    JsonNode ledger = ledger();
    Tally found =
        new Tally(
            ledger.required("sent").longValue(),
            ledger.required("accepted").longValue(),
            ledger.required("rejected").longValue(),
            ledger.required("late").longValue());
    assertThat(found).as("ledger %s", ledger).isEqualTo(expected);
    assertThat(ledger.required("duplicate").longValue()).isZero();
    assertThat(ledger.required("balanced").booleanValue()).as("balanced %s", ledger).isTrue();
    return this;
  }

  /** {@code ledger.json}. */
  public JsonNode ledger() {
    try {
      return new ObjectMapper().readTree(folder.resolve("ledger.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("no ledger in the export", e);
    }
  }

  private void same(String what, Rows expected, String file, RowShape shape) {
    assertThat(ExportedRows.difference(expected, folder.resolve(file), shape))
        .as("%s: %s", what, shape.name())
        .isEmpty();
  }
}
