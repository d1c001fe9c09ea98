package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts may come again after a restart, with the same id: then they must say the same.
 *
 * @param byId the first of each id
 * @param contradictions how many say something else than the first of their id
 */
record RepeatedAlerts(int alerts, Map<String, JsonNode> byId, long contradictions) {
  static RepeatedAlerts of(List<JsonNode> alerts) {
    Map<String, JsonNode> byId = new HashMap<>();
    long contradictions = 0;
    for (JsonNode alert : alerts) {
      JsonNode before = byId.putIfAbsent(alert.required("id").textValue(), alert);
      contradictions += before == null || before.equals(alert) ? 0 : 1;
    }
    return new RepeatedAlerts(alerts.size(), Map.copyOf(byId), contradictions);
  }

  Comparison compare(String what) {
    return new Comparison(
        "%s (%d)".formatted(what, alerts - byId.size()),
        alerts,
        0,
        0,
        contradictions,
        contradictions == 0 ? "" : contradictions + " say something else than the first");
  }
}
