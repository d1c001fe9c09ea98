package io.mysimbdp.local.endtoend.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one kind of row.
 *
 * @param name of the analytic or table
 * @param keys how many of the leading columns say which row it is
 * @param columns in any fixed order
 */
public record RowShape(String name, int keys, List<Column> columns) {

  /** A column's name and type. */
  public record Column(String name, Type type) {}

  /** What a value is, and hence how it is written. */
  public enum Type {
    TEXT,
    LONG,
    DOUBLE,
    /** A {@link BigDecimal}; plain notation as text, so that a lost cent's zero shows. */
    DECIMAL,
    BOOLEAN,
    /** In {@link #row} milliseconds since the epoch; ISO-8601 in UTC as text. */
    TIME
  }

  public RowShape {
    columns = List.copyOf(columns);
  }

  /** Columns written as {@code name:TYPE}. */
  public static RowShape of(String name, int keys, String... columns) {
    List<Column> parsed = new ArrayList<>();
    for (String column : columns) {
      int colon = column.indexOf(':');
      parsed.add(new Column(column.substring(0, colon), Type.valueOf(column.substring(colon + 1))));
    }
    return new RowShape(name, keys, parsed);
  }

  /** The row with these values, in the order of the columns; null for an absent value. */
  public Row row(Object... values) {
    String[] texts = new String[columns.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = values[i] == null ? null : text(columns.get(i).type(), values[i]);
    }
    return rowOfTexts(texts);
  }

  /** The row with these values, each already as text; {@link Double#toString} for doubles. */
  Row rowOfTexts(String[] texts) {
    return new Row(join(texts, 0, keys), join(texts, keys, texts.length));
  }

  private String join(String[] texts, int from, int to) {
    StringBuilder all = new StringBuilder(48 * (to - from));
    for (int i = from; i < to; i++) {
      all.append(i == from ? "" : " ").append(columns.get(i).name()).append('=').append(texts[i]);
    }
    return all.toString();
  }

  private static String text(Type type, Object value) {
    return switch (type) {
      case TEXT -> (String) value;
      case LONG -> Long.toString((Long) value);
      case DOUBLE -> Double.toString((Double) value);
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case BOOLEAN -> Boolean.toString((Boolean) value);
      case TIME -> Instant.ofEpochMilli((Long) value).toString();
    };
  }
}
