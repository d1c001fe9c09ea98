package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ledgers of vm-cpu: one for each dataset that was closed, balanced, with the right figures.
 */
final class VmCpuLedgers {
  private VmCpuLedgers() {}

  static Comparison compare(List<GateOutcome.Dataset> datasets, Map<String, JsonNode> ledgers) {
    List<String> problems = new ArrayList<>();
    long missing = 0;
    for (GateOutcome.Dataset dataset : datasets) {
      JsonNode ledger = ledgers.get(dataset.name());
      if (ledger == null) {
        missing++;
        problems.add(dataset.name() + " has no ledger");
      } else {
        check(dataset, ledger, problems);
      }
    }
    ledgers.keySet().stream()
        .filter(name -> datasets.stream().noneMatch(dataset -> dataset.name().equals(name)))
        .forEach(name -> problems.add(name + " has a ledger, but was not closed everywhere"));
    return new Comparison(
        "ledgers",
        datasets.size(),
        missing,
        0,
        problems.size() - missing,
        String.join("\n", problems));
  }

  private static void check(GateOutcome.Dataset dataset, JsonNode ledger, List<String> problems) {
    Tally expected = dataset.total();
    Tally found =
        new Tally(
            ledger.required("sent").longValue(),
            ledger.required("accepted").longValue(),
            ledger.required("rejected").longValue(),
            ledger.required("late").longValue());
    if (!found.equals(expected)) {
      problems.add("%s: expected %s, found %s".formatted(dataset.name(), expected, found));
    }
    if (!ledger.required("balanced").booleanValue()) {
      problems.add("%s does not balance: %s".formatted(dataset.name(), ledger.path("problems")));
    }
  }
}
