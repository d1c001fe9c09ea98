package io.mysimbdp.local.endtoend.stack;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The ledgers in coredms. */
public final class Ledgers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Ledgers() {}

  /** By dataset, a tenant's ledgers whose books are closed, with a batch run or without. */
  public static Map<String, JsonNode> of(CqlSession coredms, String tenant) {
    Map<String, JsonNode> ledgers = new TreeMap<>();
    coredms
        .execute("SELECT dataset, state, ledger FROM mysimbdp.datasets WHERE tenant = ?", tenant)
        .all()
        .stream()
        .filter(row -> !"COMPLETE".equals(row.getString("state")))
        .forEach(row -> ledgers.put(row.getString("dataset"), json(row.getString("ledger"))));
    return ledgers;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("a ledger that is no JSON: " + text, e);
    }
  }
}
