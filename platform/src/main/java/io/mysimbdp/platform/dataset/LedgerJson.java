package io.mysimbdp.platform.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mysimbdp.platform.record.Timestamps;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dataset's ledger as JSON: first what a reader wants to know (totals, row counts, the verdict),
 * then the figures that it rests on ({@code partitions}, {@code analytics}, {@code tables}).
 */
public final class LedgerJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LedgerJson() {}

  /** The ledger as JSON text over several lines. */
  public static String write(DatasetLedger ledger) {
    ObjectNode node = JSON.createObjectNode();
    node.put("dataset", ledger.dataset());
    node.put("from", Timestamps.format(ledger.from()));
    node.put("close", Timestamps.format(ledger.close()));
    node.put("final", Timestamps.format(ledger.fin()));
    figures(node, ledger.total());
    Map<String, PartitionLedger> streams = ledger.streams();
    if (streams.size() > 1) {
      ObjectNode each = node.putObject("streams");
      streams.forEach((stream, total) -> figures(each.putObject(stream), total));
    }
    ObjectNode silver = node.putObject("silver");
    ledger.silver().forEach((analytic, entry) -> silver.put(analytic, entry.written().rows()));
    ObjectNode gold = node.putObject("gold");
    ledger.gold().forEach((table, count) -> gold.put(table, count.stored()));
    node.put("balanced", ledger.balanced());
    ledger.problems().forEach(node.putArray("problems")::add);
    ledger.failures().forEach(node.putArray("failures")::add);
    var partitions = node.putArray("partitions");
    for (PartitionLedger entry : ledger.raw()) {
      ObjectNode item = partitions.addObject();
      item.put("stream", entry.stream());
      item.put("partition", entry.partition());
      figures(item, entry);
    }
    ObjectNode analytics = node.putObject("analytics");
    ledger.silver().forEach((analytic, entry) -> analytic(analytics.putObject(analytic), entry));
    ObjectNode tables = node.putObject("tables");
    ledger
        .gold()
        .forEach(
            (table, count) ->
                tables
                    .putObject(table)
                    .put("written", count.written())
                    .put("stored", count.stored()));
    return node.toPrettyString();
  }

  private static void figures(ObjectNode node, PartitionLedger entry) {
    node.put("sent", entry.sent());
    node.put("accepted", entry.accepted());
    node.put("rejected", entry.rejected());
    node.put("late", entry.late());
    node.put("duplicate", entry.duplicate());
  }

  private static void analytic(ObjectNode node, AnalyticLedger entry) {
    node.put("joined", entry.joined());
    node.putObject("written")
        .put("rows", entry.written().rows())
        .put("pairs", entry.written().pairs())
        .put("unchanged", entry.written().unchanged());
    count(node, "committed", entry.committed());
    count(node, "stored", entry.stored());
    count(node, "read", entry.read());
  }

  private static void count(ObjectNode node, String name, AnalyticCount count) {
    if (count != null) {
      node.putObject(name).put("rows", count.rows()).put("pairs", count.pairs());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static DatasetLedger read(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stored ledger is not JSON", e);
    }
    List<PartitionLedger> raw = new ArrayList<>();
    for (JsonNode item : node.path("partitions")) {
      raw.add(
          new PartitionLedger(
              item.path("stream").asText(),
              item.path("partition").asInt(),
              item.path("sent").asLong(),
              item.path("accepted").asLong(),
              item.path("rejected").asLong(),
              item.path("late").asLong(),
              item.path("duplicate").asLong()));
    }
    Map<String, AnalyticLedger> silver = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("analytics").properties()) {
      JsonNode item = entry.getValue();
      silver.put(
          entry.getKey(),
          new AnalyticLedger(
              item.path("joined").asLong(),
              count(item.path("written")),
              count(item.path("committed")),
              count(item.path("stored")),
              count(item.path("read"))));
    }
    Map<String, GoldCount> gold = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("tables").properties()) {
      JsonNode item = entry.getValue();
      gold.put(
          entry.getKey(),
          new GoldCount(item.path("written").asLong(), item.path("stored").asLong()));
    }
    List<String> failures = new ArrayList<>();
    node.path("failures").forEach(failure -> failures.add(failure.asText()));
    return new DatasetLedger(
        node.path("dataset").asText(),
        Timestamps.parse(node.path("from").asText()),
        Timestamps.parse(node.path("close").asText()),
        Timestamps.parse(node.path("final").asText()),
        raw,
        silver,
        gold,
        failures);
  }

  private static AnalyticCount count(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new AnalyticCount(
            node.path("rows").asLong(),
            node.path("pairs").asLong(),
            node.path("unchanged").asLong());
  }
}
