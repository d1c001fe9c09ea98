package io.mysimbdp.emulator.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;

/** Says whether a vm-cpu record is good, written from the definition and not from the emulator. */
public final class StrictJudge {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> NAMES =
      Set.of("timestamp", "vm_id", "min_cpu", "max_cpu", "avg_cpu");

  private StrictJudge() {}

  /**
   * Whether the record must be accepted.
   *
   * @param seconds from which on no record of the dataset can be
   */
  public static boolean isGood(byte[] value, long seconds) throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(value);
    } catch (JsonProcessingException | java.io.CharConversionException e) {
      return false;
    }
    if (!node.isObject()) {
      return false;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!NAMES.contains(names.next())) {
        return false;
      }
    }
    JsonNode time = node.path("timestamp");
    boolean timely = time.isIntegralNumber() && time.longValue() >= 0 && time.longValue() < seconds;
    boolean keyed = node.path("vm_id").isTextual() && !node.path("vm_id").textValue().isEmpty();
    JsonNode min = node.path("min_cpu");
    return timely
        && keyed
        && (min.isMissingNode() || min.isNull() || isPercent(min))
        && isPercent(node.path("max_cpu"))
        && isPercent(node.path("avg_cpu"));
  }

  private static boolean isPercent(JsonNode node) {
    return node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= 100;
  }
}
