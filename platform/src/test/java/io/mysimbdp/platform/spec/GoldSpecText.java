package io.mysimbdp.platform.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
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

/** YAML (and so JSON) in and JSON out; fractions keep all their digits, as they do on topics. */
final class GoldSpecText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new ExactFractions(new JsonSchema())).build();

  private GoldSpecText() {}

  /** The documents of a YAML text, which {@code ---} divides. */
  static List<Map<String, Object>> documents(String yaml) {
    List<Map<String, Object>> documents = new ArrayList<>();
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
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
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
