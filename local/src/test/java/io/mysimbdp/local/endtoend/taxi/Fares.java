package io.mysimbdp.local.endtoend.taxi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Looks at what the sketches of fares give: there is an error allowed, and a form left open. */
final class Fares {
  /** Which columns hold which quantile. */
  static final Map<String, Double> QUANTILES =
      Map.of("fare_p50", 0.5, "fare_p90", 0.9, "fare_p99", 0.99);

  private static final double RELATIVE_ERROR = 0.01;

  /** For the last bits of the platform's own sums, which the allowed error leaves no room for. */
  private static final double ROUNDING = 1e-9;

  private Fares() {}

  /** There is a sketch in a window wherever a fare was known, and only there. */
  static void sketchedIn(Path windows) {
    ExportedRows.forEach(
        windows,
        row -> {
          JsonNode sketch = row.required("fares");
          if (row.required("total_fare").isNull()) {
            assertThat(sketch.isNull()).as("no fare, no sketch in %s", row).isTrue();
          } else {
            assertThat(sketch.isTextual()).as("sketch in %s", row).isTrue();
            assertThat(sketch.textValue()).as("sketch in %s", row).isNotEmpty();
          }
        });
  }

  /** The quantiles of the periods are within the error of the true ones. */
  static void quantilesIn(Path trends, Map<Period, Totals> periods) {
    Map<String, Totals> totals = new HashMap<>();
    periods.forEach((period, sum) -> totals.put(key(period), sum));
    ExportedRows.forEach(
        trends,
        row -> {
          Totals period =
              totals.get(
                  row.required("period").textValue() + row.required("period_start").textValue());
          assertThat(period).as("period of %s", row).isNotNull();
          QUANTILES.forEach((column, q) -> close(row, column, period.quantile(q)));
        });
  }

  private static String key(Period period) {
    return period.name() + Instant.ofEpochMilli(period.start());
  }

  private static void close(JsonNode row, String column, BigDecimal exact) {
    JsonNode value = row.required(column);
    if (exact == null) {
      assertThat(value.isNull()).as("%s of no fares in %s", column, row).isTrue();
      return;
    }
    double expected = exact.doubleValue();
    assertThat(value.isNumber()).as("%s in %s", column, row).isTrue();
    assertThat(value.doubleValue())
        .as("%s in %s", column, row)
        .isCloseTo(expected, within(Math.abs(expected) * (RELATIVE_ERROR + ROUNDING)));
  }
}
