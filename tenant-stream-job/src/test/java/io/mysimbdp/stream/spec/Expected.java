package io.mysimbdp.stream.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what stands under {@code expect} with what was found. Rows, alerts and books are
 * complete; dead letters, late records and alerts that are not named are not there.
 */
final class Expected {
  private static final Set<String> KEYS = Set.of("rows", "late", "dead", "alerts", "ledger");

  private Expected() {}

  static void check(String how, Map<String, Object> expect, Found found) {
    assertThat(KEYS).containsAll(expect.keySet());
    dead(how, SpecText.list(expect.get("dead")), found.dead());
    same(how + ": late", SpecText.list(expect.get("late")), found.late());
    if (expect.containsKey("rows")) {
      Map<String, Object> rows = SpecText.map(expect.get("rows"));
      assertThat(rows.keySet()).as("analytics").isEqualTo(found.rows().keySet());
      found
          .rows()
          .forEach(
              (analytic, actual) ->
                  same(how + ": " + analytic, SpecText.list(rows.get(analytic)), actual));
    }
    same(how + ": alerts", SpecText.list(expect.get("alerts")), found.alerts());
    if (expect.containsKey("ledger")) {
      assertThat(found.ledger()).as(how + ": ledger").isEqualTo(expect.get("ledger"));
    }
    found.ledger().forEach((dataset, ledger) -> balanced(how, SpecText.map(ledger)));
  }

  static void problems(Map<String, Object> expect, List<String> actual) {
    List<Object> expected = SpecText.list(expect.get("problems"));
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).contains((String) expected.get(i));
    }
  }

  private static void same(String what, List<Object> expected, List<Object> actual) {
    assertThat(actual).as(what).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void dead(String how, List<Object> expected, List<Object> actual) {
    assertThat(actual).as(how + ": dead").hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      Map<String, Object> wanted = SpecText.map(expected.get(i));
      Map<String, Object> letter = SpecText.map(actual.get(i));
      assertThat(letter.get("record")).as(how + ": dead").isEqualTo(wanted.get("record"));
      assertThat((String) letter.get("reason")).contains((String) wanted.get("reason"));
    }
  }

  /** The same sums as in the platform's ledger, in every spec that closes a dataset. */
  private static void balanced(String how, Map<String, Object> ledger) {
    int accounted = 0;
    for (String kind : List.of("accepted", "rejected", "late", "duplicate")) {
      accounted += (int) ledger.getOrDefault(kind, 0);
    }
    assertThat(accounted).as(how + ": records").isEqualTo(ledger.getOrDefault("sent", 0));
    for (Object figure : ledger.values()) {
      if (figure instanceof Map<?, ?>) {
        Map<String, Object> analytic = SpecText.map(figure);
        int written = (int) analytic.getOrDefault("pairs", 0);
        assertThat(written + (int) analytic.getOrDefault("unchanged", 0))
            .as(how + ": pairs")
            .isEqualTo(analytic.getOrDefault("joined", 0));
      }
    }
  }
}
