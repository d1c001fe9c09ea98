package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.Analytics;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The alerts of vm-cpu: all are there, and what comes twice comes with the same id. */
record VmCpuAlerts(List<JsonNode> alerts) {
  List<Comparison> compare(Analytics expected) {
    Map<String, JsonNode> byId = new HashMap<>();
    long contradictions = 0;
    for (JsonNode alert : alerts) {
      JsonNode before = byId.putIfAbsent(alert.required("id").textValue(), alert);
      contradictions += before == null || before.equals(alert) ? 0 : 1;
    }
    Rows anomalies = new Rows();
    Rows spikes = new Rows();
    for (JsonNode alert : byId.values()) {
      boolean spike = alert.required("analytic").textValue().equals("vm_cpu_spikes");
      RowShape shape = spike ? VmCpu.SPIKES : VmCpu.WINDOWS;
      (spike ? spikes : anomalies).add(ExportedRows.row(alert, shape, Set.of("id", "analytic")));
    }
    return List.of(
        Comparison.of("alerts of anomalies", expected.anomalies(), anomalies),
        Comparison.of("alerts of spikes", expected.silver(VmCpu.SPIKES), spikes),
        new Comparison(
            "alerts that repeat an id (%d)".formatted(alerts.size() - byId.size()),
            alerts.size(),
            0,
            0,
            contradictions,
            contradictions == 0 ? "" : contradictions + " say something else than the first"));
  }
}
