package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.Analytics;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.List;
import java.util.Set;

/** The alerts of vm-cpu: all are there, and what comes twice comes with the same id. */
record VmCpuAlerts(List<JsonNode> alerts) {
  List<Comparison> compare(Analytics expected) {
    RepeatedAlerts repeated = RepeatedAlerts.of(alerts);
    Rows anomalies = new Rows();
    Rows spikes = new Rows();
    for (JsonNode alert : repeated.byId().values()) {
      boolean spike = alert.required("analytic").textValue().equals("vm_cpu_spikes");
      RowShape shape = spike ? VmCpu.SPIKES : VmCpu.WINDOWS;
      (spike ? spikes : anomalies).add(ExportedRows.row(alert, shape, Set.of("id", "analytic")));
    }
    return List.of(
        Comparison.of("alerts of anomalies", expected.anomalies(), anomalies),
        Comparison.of("alerts of spikes", expected.silver(VmCpu.SPIKES), spikes),
        repeated.compare("alerts that repeat an id"));
  }
}
