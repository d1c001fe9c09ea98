package io.mysimbdp.local.endtoend.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Whether each dataset that was closed has a balanced ledger with the right figures. */
final class LedgerProblems {
  private LedgerProblems() {}

  /**
   * Compares the ledgers of a tenant.
   *
   * @param closed the datasets that every partition has closed
   * @param wrong what is wrong with the figures in a dataset's ledger; empty if nothing is
   */
  static Comparison compare(
      String what,
      Collection<String> closed,
      Map<String, JsonNode> ledgers,
      BiFunction<String, JsonNode, String> wrong) {
    List<String> problems = new ArrayList<>();
    long missing = 0;
    for (String dataset : closed) {
      JsonNode ledger = ledgers.get(dataset);
      if (ledger == null) {
        missing++;
        problems.add(dataset + " has no ledger");
        continue;
      }
      if (!ledger.required("balanced").booleanValue()) {
        problems.add(dataset + " does not balance: " + ledger.path("problems"));
      }
      String figures = wrong.apply(dataset, ledger);
      if (!figures.isEmpty()) {
        problems.add(dataset + ": " + figures);
      }
    }
    ledgers.keySet().stream()
        .filter(name -> !closed.contains(name))
        .forEach(name -> problems.add(name + " has a ledger, but was not closed everywhere"));
    return new Comparison(
        what, closed.size(), missing, 0, problems.size() - missing, String.join("\n", problems));
  }
}
