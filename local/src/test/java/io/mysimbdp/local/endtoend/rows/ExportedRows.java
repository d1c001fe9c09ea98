package io.mysimbdp.local.endtoend.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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

  private ExportedRows() {}

  /** What keeps the rows of a file from being the expected ones; empty if nothing does. */
  public static String difference(Rows expected, Path file, RowShape shape) {
    return difference(expected, file, shape, Set.of());
  }

  /** The same, but columns with these names may stand beside those of the shape. */
  public static String difference(Rows expected, Path file, RowShape shape, Set<String> besides) {
    try (Stream<String> lines = Files.lines(file)) {
      return expected.differenceTo(lines.map(line -> row(parse(line, file), shape, besides)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the export " + file, e);
    }
  }

  /** Hands over the JSON objects of a file, one a line. */
  public static void forEach(Path file, Consumer<JsonNode> consumer) {
    try (Stream<String> lines = Files.lines(file)) {
      lines.map(line -> parse(line, file)).forEach(consumer);
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
          case DOUBLE -> value.isNumber();
          case BOOLEAN -> value.isBoolean();
        };
    if (!right) {
      throw new AssertionError(column.name() + " is no " + column.type() + " in " + object);
    }
    return column.type() == RowShape.Type.DOUBLE
        ? Double.toString(value.doubleValue())
        : value.asText();
  }

  private static JsonNode parse(String line, Path file) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("no JSON in " + file + ": " + line, e);
    }
  }
}
