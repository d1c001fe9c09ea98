package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures that the ledgers of vm-cpu must have, by the independent computation. */
final class VmCpuLedgers {
  private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();

  /**
   * Those of some datasets, each of which begins where the one before ended.
   *
   * @param datasets that every partition has closed
   */
  VmCpuLedgers(GateOutcome outcome, List<GateOutcome.Dataset> datasets) {
    long after = outcome.earliest();
    long from = Long.MIN_VALUE;
    for (GateOutcome.Dataset dataset :
        datasets.stream()
            .sorted(Comparator.comparingLong(GateOutcome.Dataset::finalEnd))
            .toList()) {
      long end = dataset.finalEnd();
      Map<String, Object> expected = new LinkedHashMap<>();
      expected.put("partitions", new TreeMap<>(dataset.partitions()));
      expected.put("total", dataset.total());
      expected.put("windows", outcome.analytics().windows(VmCpu.WINDOWS, after, end));
      expected.put("rolling", outcome.analytics().windows(VmCpu.ROLLING_WINDOWS, after, end));
      expected.put("spikes", outcome.analytics().spikes(from, dataset.close()));
      expected.put("gold", outcome.analytics().recommendations(after, end).size());
      figures.put(dataset.name(), expected);
      after = end;
      from = dataset.close();
    }
  }

  Comparison compare(Map<String, JsonNode> ledgers) {
    return LedgerProblems.compare("ledgers", figures.keySet(), ledgers, this::wrong);
  }

  private String wrong(String dataset, JsonNode ledger) {
    Map<String, Object> found = new LinkedHashMap<>();
    Map<Integer, Tally> partitions = new TreeMap<>();
    for (JsonNode partition : ledger.required("partitions")) {
      partitions.put(partition.required("partition").intValue(), tally(partition));
    }
    found.put("partitions", partitions);
    found.put("total", tally(ledger));
    found.put("windows", count(ledger, "silver", "vm_cpu_windows"));
    found.put("rolling", count(ledger, "silver", "vm_cpu_rolling"));
    found.put("spikes", count(ledger, "silver", "vm_cpu_spikes"));
    found.put("gold", count(ledger, "gold", "vm_recommendations"));
    List<String> wrong = new ArrayList<>();
    figures
        .get(dataset)
        .forEach(
            (what, figure) -> {
              if (!figure.equals(found.get(what))) {
                wrong.add("%s: expected %s, found %s".formatted(what, figure, found.get(what)));
              }
            });
    return String.join("; ", wrong);
  }

  /** Null if the ledger does not say, as of gold where there was no batch run. */
  private static Long count(JsonNode ledger, String kind, String name) {
    JsonNode count = ledger.required(kind).path(name);
    return count.isMissingNode() ? null : count.longValue();
  }

  private static Tally tally(JsonNode counts) {
    return new Tally(
        counts.required("sent").longValue(),
        counts.required("accepted").longValue(),
        counts.required("rejected").longValue(),
        counts.required("late").longValue());
  }
}
