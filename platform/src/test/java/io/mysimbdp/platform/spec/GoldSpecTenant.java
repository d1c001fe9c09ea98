package io.mysimbdp.platform.spec;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands under {@code given}, written out as a tenant's folder, with one raw stream {@code
 * events} that silver reads if it does not say otherwise.
 */
final class GoldSpecTenant {
  private GoldSpecTenant() {}

  static Tenant read(Path folder, Map<String, Object> given) throws IOException {
    Map<String, Object> columns = GoldSpecText.map(given.get("schema"));
    Map<String, Object> stream = new LinkedHashMap<>();
    stream.put("schema", "event.avsc");
    stream.put("format", "json");
    stream.put("key", List.of(columns.keySet().iterator().next()));
    stream.put("partitions", 1);
    stream.put("event_time", Map.of("field", "t", "unit", "s"));
    stream.put("out_of_orderness", "0s");
    Map<String, Object> silver = new LinkedHashMap<>();
    GoldSpecText.map(given.get("silver"))
        .forEach(
            (name, body) -> {
              Map<String, Object> analytic = new LinkedHashMap<>(Map.of("from", "events"));
              analytic.putAll(GoldSpecText.map(body));
              silver.put(name, analytic);
            });
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("tenant", "spec");
    definition.put("zone", given.getOrDefault("zone", "UTC"));
    definition.put("raw", Map.of("events", stream));
    definition.put("silver", silver);
    definition.put("gold", given.get("gold"));
    definition.put("agreement", Map.of("parallelism", 1));
    Path tenant = Files.createDirectories(folder.resolve("spec"));
    Files.writeString(tenant.resolve(Definitions.FILE), GoldSpecText.json(definition));
    Files.writeString(tenant.resolve("event.avsc"), GoldSpecText.json(schema(columns)));
    return Definitions.read(tenant);
  }

  private static Map<String, Object> schema(Map<String, Object> columns) {
    List<Object> fields = new ArrayList<>();
    columns.forEach((name, type) -> fields.add(Map.of("name", name, "type", type((String) type))));
    return Map.of("type", "record", "name", "Event", "fields", fields);
  }

  /** {@code double?} may be null; {@code decimal(12,2)} is Avro's too. */
  private static Object type(String text) {
    if (text.endsWith("?")) {
      return List.of("null", type(text.substring(0, text.length() - 1)));
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
