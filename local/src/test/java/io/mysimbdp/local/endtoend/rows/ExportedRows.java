package io.mysimbdp.local.endtoend.rows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Newline-delimited JSON as {@code run --export} writes it, held to the columns of a shape. */
public final class ExportedRows {
  private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

  /** Keeps numbers with a point digit by digit; only where needed, as it takes no sign of zero. */
  private static final ObjectReader DECIMAL_JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private ExportedRows() {}

  /** What keeps the rows of a file from being the expected ones; empty if nothing does. */
  public static String difference(Rows expected, Path file, RowShape shape) {
    return difference(expected, file, shape, Set.of());
  }

  /** The same, but columns with these names may stand beside those of the shape. */
  public static String difference(Rows expected, Path file, RowShape shape, Set<String> besides) {
    try (Stream<String> lines = Files.lines(file)) {
      ObjectReader json = reader(shape);
      return expected.differenceTo(lines.map(line -> row(parse(json, line, file), shape, besides)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the export " + file, e);
    }
  }

  /** Hands over the JSON objects of a file, one a line. */
  public static void forEach(Path file, Consumer<JsonNode> consumer) {
    try (Stream<String> lines = Files.lines(file)) {
      lines.map(line -> parse(JSON, line, file)).forEach(consumer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the export " + file, e);
    }
  }

  /** The JSON objects of a file, one a line. */
  public static List<JsonNode> list(Path file) {
    List<JsonNode> all = new ArrayList<>();
    forEach(file, all::add);
    return all;
  }

  /** The row that a JSON object stands for. */
  public static Row row(JsonNode object, RowShape shape, Set<String> besides) {
    List<RowShape.Column> columns = shape.columns();
    String[] texts = new String[columns.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(object, columns.get(i));
    }
    if (object.size() != texts.length) {
      Set<String> unknown = new TreeSet<>();
      object.fieldNames().forEachRemaining(unknown::add);
      columns.forEach(column -> unknown.remove(column.name()));
      unknown.removeAll(besides);
      if (!unknown.isEmpty()) {
        throw new AssertionError(shape.name() + " has columns it should not have: " + unknown);
      }
    }
    return shape.rowOfTexts(texts);
  }

  private static String text(JsonNode object, RowShape.Column column) {
    JsonNode value = object.get(column.name());
    if (value == null) {
      throw new AssertionError("no column " + column.name() + " in " + object);
    }
    if (value.isNull()) {
      return null;
    }
    boolean right =
        switch (column.type()) {
          case TEXT, TIME -> value.isTextual();
          case LONG -> value.isIntegralNumber();
          case DOUBLE, DECIMAL -> value.isNumber();
          case BOOLEAN -> value.isBoolean();
        };
    if (!right) {
      throw new AssertionError(column.name() + " is no " + column.type() + " in " + object);
    }
    return column.type() == RowShape.Type.DOUBLE
        ? Double.toString(value.doubleValue())
        : value.asText();
  }

  private static ObjectReader reader(RowShape shape) {
    return shape.columns().stream().anyMatch(column -> column.type() == RowShape.Type.DECIMAL)
        ? DECIMAL_JSON
        : JSON;
  }

  private static JsonNode parse(ObjectReader json, String line, Path file) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("no JSON in " + file + ": " + line, e);
    }
  }
}
