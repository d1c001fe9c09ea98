package io.mysimbdp.local.endtoend.oracle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells which raw bytes are a reading that the requirements call valid, whatever its time. */
final class ReadingJson {
  private static final ObjectReader JSON =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private static final Set<String> FIELDS =
      Set.of("timestamp", "vm_id", "min_cpu", "max_cpu", "avg_cpu");

  private ReadingJson() {}

  /** The reading, or nothing if schema, key or quality say no. */
  static Optional<Reading> read(byte[] bytes) {
    JsonNode object;
    try {
      object = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError("reading from memory", e);
    }
    if (object == null || !object.isObject()) {
      return Optional.empty();
    }
    JsonNode timestamp = object.path("timestamp");
    JsonNode vm = object.path("vm_id");
    JsonNode min = object.path("min_cpu");
    Set<String> unknown = new HashSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    boolean valid =
        unknown.isEmpty()
            && timestamp.canConvertToExactIntegral()
            && Math.abs(timestamp.doubleValue()) < 1e15
            && vm.isTextual()
            && !vm.textValue().isEmpty()
            && (min.isMissingNode() || min.isNull() || percent(min))
            && percent(object.path("max_cpu"))
            && percent(object.path("avg_cpu"));
    return valid
        ? Optional.of(
            new Reading(
                vm.textValue(),
                Reading.ORIGIN + timestamp.longValue() * 1000,
                object.path("max_cpu").doubleValue()))
        : Optional.empty();
  }

  private static boolean percent(JsonNode value) {
    return value.isNumber() && value.doubleValue() >= 0.0 && value.doubleValue() <= 100.0;
  }
}
