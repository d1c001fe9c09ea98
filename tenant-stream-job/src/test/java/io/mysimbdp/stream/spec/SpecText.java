package io.mysimbdp.stream.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * YAML (and so JSON) in and JSON out. Fractions are decimals with all their digits: 8.50 is not
 * 8.5, as it is not on topics.
 */
final class SpecText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new ExactFractions(new JsonSchema())).build();

  private SpecText() {}

  /** The documents of a YAML text, which {@code ---} divides. */
  static List<Map<String, Object>> documents(String yaml) {
    List<Map<String, Object>> documents = new java.util.ArrayList<>();
    new Load(SETTINGS).loadAllFromString(yaml).forEach(document -> documents.add(map(document)));
    return documents;
  }

  /** The object that a JSON text holds. */
  static Map<String, Object> object(String json) {
    return map(new Load(SETTINGS).loadFromString(json));
  }

  /** A map of a document; an absent one is empty. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  /** A list of a document; an absent one is empty. */
  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  /** A value of a document as JSON. */
  static String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else {
      json.writeRawValue(String.valueOf(value)); // a number, true, false or null
    }
  }

  /** JSON's types of scalars, but for fractions. */
  private record ExactFractions(JsonSchema json) implements Schema {
    @Override
    public ScalarResolver getScalarResolver() {
      return json.getScalarResolver();
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
      Map<Tag, ConstructNode> constructors = new HashMap<>(json.getSchemaTagConstructors());
      constructors.put(Tag.FLOAT, node -> new BigDecimal(((ScalarNode) node).getValue()));
      return constructors;
    }
  }
}
