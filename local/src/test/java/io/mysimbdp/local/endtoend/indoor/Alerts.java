package io.mysimbdp.local.endtoend.indoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Alerts as a tenant gets them, held against the expected ones. */
public final class Alerts {
  private Alerts() {}

  /** Each expected alert is there once, under an id of its own, and no other. */
  public static void same(Map<RowShape, Rows> expected, List<JsonNode> alerts) {
    Map<String, RowShape> shapes = new HashMap<>();
    Map<RowShape, Rows> found = new HashMap<>();
    for (RowShape shape : expected.keySet()) {
      shapes.put(shape.name(), shape);
      found.put(shape, new Rows());
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode alert : alerts) {
      assertThat(ids.add(alert.required("id").textValue())).as("id of %s", alert).isTrue();
      RowShape shape = shapes.get(alert.required("analytic").textValue());
      assertThat(shape).as("analytic of %s", alert).isNotNull();
      found.get(shape).add(ExportedRows.row(alert, shape, Set.of("id", "analytic")));
    }
    expected.forEach(
        (shape, rows) ->
            assertThat(rows.differenceTo(found.get(shape).stream()))
                .as("alerts of %s", shape.name())
                .isEmpty());
  }
}
