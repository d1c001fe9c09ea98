package io.mysimbdp.stream.spec;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.definition.reading.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands under {@code given}, written out as a tenant's folder. What a spec does not say has
 * defaults: the stream {@code events}, keyed by its first column, with seconds since {@link
 * SpecDay}'s midnight in {@code t}, no record out of order.
 */
final class SpecTenant {
  static final String STREAM = "events";
  private static final List<String> STREAM_KEYS =
      List.of("key", "event_time", "out_of_orderness", "identity", "extend", "quality");

  private SpecTenant() {}

  static Tenant read(Path folder, Map<String, Object> given) {
    return Definitions.read(write(folder, given));
  }

  /** What {@code check} would say, without the file: {@code 3:7: message} where text is given. */
  static List<String> problems(Path folder, Map<String, Object> given) {
    boolean hasPlaces = given.containsKey("definition");
    return Definitions.check(write(folder, given)).stream()
        .map(problem -> hasPlaces ? place(problem) : problem.message())
        .toList();
  }

  private static String place(Problem problem) {
    return problem.line() + ":" + problem.column() + ": " + problem.message();
  }

  private static Path write(Path folder, Map<String, Object> given) {
    try {
      Path tenant = Files.createDirectories(folder.resolve("spec"));
      Files.writeString(tenant.resolve("event.avsc"), SpecText.json(schema(given)));
      Object text = given.get("definition");
      Files.writeString(
          tenant.resolve(Definitions.FILE),
          text == null ? SpecText.json(definition(given)) : (String) text);
      return tenant;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> definition(Map<String, Object> given) {
    Map<String, Object> stream = new LinkedHashMap<>();
    stream.put("schema", "event.avsc");
    stream.put("format", "json");
    stream.put("partitions", 2);
    stream.put("key", List.of(SpecText.map(given.get("schema")).keySet().iterator().next()));
    stream.put("event_time", Map.of("field", "t", "unit", "s", "origin", SpecDay.MIDNIGHT));
    stream.put("out_of_orderness", "0s");
    STREAM_KEYS.stream().filter(given::containsKey).forEach(key -> stream.put(key, given.get(key)));
    Map<String, Object> silver = new LinkedHashMap<>();
    SpecText.map(given.get("silver"))
        .forEach(
            (name, body) -> {
              Map<String, Object> analytic = new LinkedHashMap<>();
              analytic.put("from", STREAM);
              analytic.putAll(SpecText.map(body));
              silver.put(name, analytic);
            });
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("tenant", "spec");
    definition.put("zone", given.getOrDefault("zone", "UTC"));
    definition.put("raw", Map.of(STREAM, stream));
    definition.put("silver", silver);
    definition.put("agreement", Map.of("parallelism", 1));
    return definition;
  }

  private static Map<String, Object> schema(Map<String, Object> given) {
    List<Object> fields = new ArrayList<>();
    SpecText.map(given.get("schema"))
        .forEach((name, type) -> fields.add(Map.of("name", name, "type", type((String) type))));
    return Map.of("type", "record", "name", "Event", "fields", fields);
  }

  /** {@code double?} may be null; {@code decimal(12,2)} and {@code timestamp} are Avro's too. */
  private static Object type(String text) {
    if (text.endsWith("?")) {
      return List.of("null", type(text.substring(0, text.length() - 1)));
    }
    if (text.equals("timestamp")) {
      return Map.of("type", "long", "logicalType", "timestamp-millis");
    }
    if (text.startsWith("decimal(")) {
      String[] digits = text.substring("decimal(".length(), text.length() - 1).split(",", 2);
      return Map.of(
          "type",
          "bytes",
          "logicalType",
          "decimal",
          "precision",
          Integer.parseInt(digits[0].strip()),
          "scale",
          Integer.parseInt(digits[1].strip()));
    }
    return text;
  }
}
