package io.mysimbdp.local.endtoend.oracle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

  private static final int LONGEST_TEXT = 8192;

  private ReadingJson() {}

  /** The reading, or nothing if schema, key or quality say no. */
  static Optional<Reading> read(byte[] bytes) {
    JsonNode object;
    Optional<BigDecimal> timestamp;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      object = JSON.readTree(text);
      timestamp = timestamp(text);
    } catch (CharacterCodingException | JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError("reading from memory", e);
    }
    if (object == null || !object.isObject()) {
      return Optional.empty();
    }
    JsonNode vm = object.path("vm_id");
    JsonNode min = object.path("min_cpu");
    Set<String> unknown = new HashSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    boolean valid =
        unknown.isEmpty()
            && timestamp.isPresent()
            && vm.isTextual()
            && !vm.textValue().isEmpty()
            && isText(vm.textValue())
            && (min.isMissingNode() || min.isNull() || percent(min))
            && percent(object.path("max_cpu"))
            && percent(object.path("avg_cpu"));
    return valid
        ? Optional.of(
            new Reading(
                vm.textValue(),
                Reading.ORIGIN + timestamp.get().longValueExact() * 1000,
                object.path("max_cpu").doubleValue()))
        : Optional.empty();
  }

  /**
   * The whole number that is the time, if it is one, from its digits: a double would not tell
   * 3.0000000000000000000001 from 3.
   */
  private static Optional<BigDecimal> timestamp(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken().isNumeric() && name.equals("timestamp")) {
          BigDecimal number = new BigDecimal(parser.getText());
          boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
          boolean near = Math.abs(number.doubleValue()) < 1e15;
          return Optional.of(number).filter(any -> whole && near);
        }
        parser.skipChildren();
      }
    } catch (NumberFormatException e) {
      // An exponent beyond all reason.
    }
    return Optional.empty();
  }

  /** Whole characters, and not too many of them. */
  private static boolean isText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST_TEXT && new String(bytes, StandardCharsets.UTF_8).equals(text);
  }

  private static boolean percent(JsonNode value) {
    return value.isNumber() && value.doubleValue() >= 0.0 && value.doubleValue() <= 100.0;
  }
}
