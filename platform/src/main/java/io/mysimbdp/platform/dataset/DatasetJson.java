package io.mysimbdp.platform.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mysimbdp.platform.record.Timestamps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Markers, pulses, completions and losses as JSON, times in ISO-8601 UTC. */
public final class DatasetJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_NAME = 200;

  /** The end of the year 9999, milliseconds since the epoch. */
  private static final long FARTHEST = 253_402_300_799_999L;

  private DatasetJson() {}

  /** The body of a marker; its kind stands in the record's control header. */
  public static byte[] write(Marker marker) {
    ObjectNode node = JSON.createObjectNode();
    node.put("dataset", marker.dataset());
    node.put("partition", marker.partition());
    node.put("partitions", marker.partitions());
    node.put("from", Timestamps.format(marker.from()));
    node.put("close", Timestamps.format(marker.close()));
    if (marker.kind() == Marker.Kind.END) {
      node.put("sent", marker.sent());
    }
    return bytes(node);
  }

  /**
   * Reads a marker.
   *
   * @param header the value of the control header
   * @throws IOException if header or body are not those of a marker; the message says what is wrong
   */
  public static Marker readMarker(String header, byte[] body) throws IOException {
    Marker.Kind kind =
        switch (header) {
          case "begin" -> Marker.Kind.BEGIN;
          case "end" -> Marker.Kind.END;
          default ->
              throw new IOException("control header '" + header + "' is not begin, end or pulse");
        };
    JsonNode node = object(body);
    Marker marker =
        new Marker(
            kind,
            text(node, "dataset"),
            partition(node, "partition"),
            partition(node, "partitions"),
            ofOurEra(node, "from"),
            ofOurEra(node, "close"),
            kind == Marker.Kind.END ? number(node, "sent") : 0);
    if (marker.dataset().length() > MAX_NAME) {
      throw new IOException("the dataset's name is longer than " + MAX_NAME + " characters");
    }
    if (marker.dataset().codePoints().anyMatch(DatasetJson::isInvisible)) {
      throw new IOException("the dataset's name has characters that cannot be seen");
    }
    if (marker.dataset().isEmpty() || marker.from() >= marker.close() || marker.partitions() < 1) {
      throw new IOException("a marker needs a dataset, from before close, and partitions from 1");
    }
    return marker;
  }

  /** The body of a pulse. */
  public static byte[] write(Pulse pulse) {
    ObjectNode node = JSON.createObjectNode();
    node.put("partition", pulse.partition());
    node.put("time", Timestamps.format(pulse.time()));
    return bytes(node);
  }

  /**
   * Reads a pulse.
   *
   * @throws IOException if the body is not that of a pulse; the message says what is wrong
   */
  public static Pulse readPulse(byte[] body) throws IOException {
    JsonNode node = object(body);
    return new Pulse(partition(node, "partition"), ofOurEra(node, "time"));
  }

  /** A completion. */
  public static byte[] write(Completion completion) {
    ObjectNode node = JSON.createObjectNode();
    node.put("dataset", completion.dataset());
    node.put("subtask", completion.subtask());
    node.put("subtasks", completion.subtasks());
    node.put("from", Timestamps.format(completion.from()));
    node.put("close", Timestamps.format(completion.close()));
    node.put("final", Timestamps.format(completion.fin()));
    var ledger = node.putArray("ledger");
    for (PartitionLedger entry : completion.ledger()) {
      ObjectNode item = ledger.addObject();
      item.put("stream", entry.stream());
      item.put("partition", entry.partition());
      item.put("sent", entry.sent());
      item.put("accepted", entry.accepted());
      item.put("rejected", entry.rejected());
      item.put("late", entry.late());
      item.put("duplicate", entry.duplicate());
    }
    ObjectNode joined = node.putObject("joined");
    new TreeMap<>(completion.joined()).forEach(joined::put);
    ObjectNode written = node.putObject("written");
    new TreeMap<>(completion.written())
        .forEach(
            (analytic, count) ->
                written
                    .putObject(analytic)
                    .put("rows", count.rows())
                    .put("pairs", count.pairs())
                    .put("unchanged", count.unchanged()));
    return bytes(node);
  }

  /**
   * Reads a completion.
   *
   * @throws IOException if it is none; the message says what is wrong
   */
  public static Completion readCompletion(byte[] body) throws IOException {
    JsonNode node = object(body);
    List<PartitionLedger> ledger = new ArrayList<>();
    for (JsonNode item : node.path("ledger")) {
      ledger.add(
          new PartitionLedger(
              text(item, "stream"),
              (int) number(item, "partition"),
              number(item, "sent"),
              number(item, "accepted"),
              number(item, "rejected"),
              number(item, "late"),
              number(item, "duplicate")));
    }
    Map<String, Long> joined = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("joined").properties()) {
      joined.put(entry.getKey(), entry.getValue().asLong());
    }
    Map<String, AnalyticCount> written = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("written").properties()) {
      written.put(
          entry.getKey(),
          new AnalyticCount(
              number(entry.getValue(), "rows"),
              number(entry.getValue(), "pairs"),
              entry.getValue().path("unchanged").asLong())); // not in older completions
    }
    return new Completion(
        text(node, "dataset"),
        (int) number(node, "subtask"),
        (int) number(node, "subtasks"),
        time(node, "from"),
        time(node, "close"),
        time(node, "final"),
        ledger,
        joined,
        written);
  }

  /** The notice of a loss. */
  public static byte[] write(Loss loss) {
    ObjectNode node = JSON.createObjectNode();
    node.put("subtask", loss.subtask());
    node.put("after", loss.after());
    node.put("reason", loss.reason());
    node.put("noticed", Timestamps.format(loss.noticed()));
    ObjectNode records = node.putObject("records");
    new TreeMap<>(loss.records()).forEach(records::put);
    var datasets = node.putArray("datasets");
    loss.datasets().forEach(datasets::add);
    return bytes(node);
  }

  /**
   * Reads the notice of a loss.
   *
   * @throws IOException if it is none; the message says what is wrong
   */
  public static Loss readLoss(byte[] body) throws IOException {
    JsonNode node = object(body);
    Map<String, Long> records = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("records").properties()) {
      records.put(entry.getKey(), entry.getValue().asLong());
    }
    List<String> datasets = new ArrayList<>();
    node.path("datasets").forEach(dataset -> datasets.add(dataset.asText()));
    return new Loss(
        (int) number(node, "subtask"),
        number(node, "after"),
        text(node, "reason"),
        records,
        datasets,
        time(node, "noticed"));
  }

  private static JsonNode object(byte[] body) throws IOException {
    JsonNode node = body == null ? null : JSON.readTree(body);
    if (node == null || !node.isObject()) {
      throw new IOException("not a JSON object");
    }
    return node;
  }

  private static String text(JsonNode node, String field) throws IOException {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new IOException("'" + field + "' is missing or not a text");
    }
    return value.textValue();
  }

  private static long number(JsonNode node, String field) throws IOException {
    JsonNode value = node.path(field);
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new IOException("'" + field + "' is missing or not a whole number");
    }
    return value.longValue();
  }

  private static int partition(JsonNode node, String field) throws IOException {
    long number = number(node, field);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IOException("'" + field + "' is not the number of a partition");
    }
    return (int) number;
  }

  /** Far beyond, windows would overflow. */
  private static long ofOurEra(JsonNode node, String field) throws IOException {
    long time = time(node, field);
    if (Math.abs(time) > FARTHEST) {
      throw new IOException("'" + field + "' is beyond the year 9999");
    }
    return time;
  }

  /** Names are shown to people and written to logs, where none may forge a line. */
  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static long time(JsonNode node, String field) throws IOException {
    try {
      return Timestamps.parse(text(node, field));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IOException("'" + field + "' is not a time such as 2019-01-01T00:00:00Z", e);
    }
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
