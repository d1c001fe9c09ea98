package io.mysimbdp.platform.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.DecimalText;
import io.mysimbdp.platform.record.LongestText;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads JSON records of one stream strictly by its schema: every field once, none unknown, each of
 * its type, none missing unless it may be null, no key empty. The order of the fields is free. Not
 * thread-safe.
 */
public final class JsonDecoder {
  private static final int SHOWN = 40;

  // UTF-8 and nothing else. What is refused must follow from the record alone, hence not from how
  // the names in the records before it hash.
  private final JsonFactory json =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();
  private final RecordSchema schema;
  private final Map<String, Integer> columns = new HashMap<>();
  private final boolean[] seen;
  private final boolean[] key;

  public JsonDecoder(RawStream stream) {
    schema = stream.schema();
    seen = new boolean[schema.size()];
    key = new boolean[schema.size()];
    for (int i = 0; i < schema.size(); i++) {
      columns.put(schema.column(i).name(), i);
      key[i] = stream.key().contains(i);
    }
  }

  /**
   * Fills a row of the stream's schema.
   *
   * @param value the record's bytes; may be null
   * @return null if the record is sound, else why it is not
   */
  public String decode(byte[] value, Row row) {
    if (value == null || value.length == 0) {
      return "the record is empty";
    }
    if (!Utf8.isValid(value)) {
      return "not JSON: the bytes are not valid UTF-8";
    }
    row.clear();
    Arrays.fill(seen, false);
    try (JsonParser parser = json.createParser(value)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "not a JSON object";
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        String reason = field(parser, name, row);
        if (reason != null) {
          return reason;
        }
      }
      if (parser.nextToken() != null) {
        return "something follows the JSON object";
      }
    } catch (JsonProcessingException e) {
      return "not JSON: " + shorten(e.getOriginalMessage());
    } catch (IOException e) {
      return "not JSON: " + shorten(String.valueOf(e.getMessage()));
    }
    return missing(row);
  }

  private String field(JsonParser parser, String name, Row row) throws IOException {
    Integer column = columns.get(name);
    if (column == null) {
      return "field '" + shorten(name) + "' is not in the schema";
    }
    if (seen[column]) {
      return "field '" + name + "' stands twice";
    }
    seen[column] = true;
    JsonToken token = parser.nextToken();
    return token == JsonToken.VALUE_NULL ? null : value(parser, token, column, row);
  }

  private String value(JsonParser parser, JsonToken token, int index, Row row) throws IOException {
    Column column = schema.column(index);
    switch (column.type()) {
      case TEXT -> {
        if (token != JsonToken.VALUE_STRING) {
          return wrongType(parser, column, "text");
        }
        String text = parser.getText();
        if (!isUnicode(text)) {
          return "field '" + column.name() + "' is not valid Unicode: half a surrogate pair";
        }
        if (LongestText.isExceededBy(text)) {
          return "field '" + column.name() + "' has more than " + LongestText.BYTES + " bytes";
        }
        row.setText(index, text);
      }
      case BOOLEAN -> {
        if (!token.isBoolean()) {
          return wrongType(parser, column, "true or false");
        }
        row.setBoolean(index, token == JsonToken.VALUE_TRUE);
      }
      case DOUBLE -> {
        if (!token.isNumeric()) {
          return wrongType(parser, column, "a number");
        }
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
          return "field '" + column.name() + "' is outside the range of a double";
        }
        row.setDouble(index, number);
      }
      case LONG, TIMESTAMP -> {
        if (!token.isNumeric()) {
          return wrongType(parser, column, "a whole number");
        }
        return wholeNumber(parser, token, column, index, row);
      }
      case DECIMAL -> {
        if (!token.isNumeric() && token != JsonToken.VALUE_STRING) {
          return wrongType(parser, column, "a decimal number");
        }
        return decimal(parser.getText(), column, index, row);
      }
      case SKETCH -> throw new IllegalStateException("no raw record has a sketch");
    }
    return null;
  }

  /** A number such as 1080.0 is whole; it is how some exports write integers. */
  private static String wholeNumber(
      JsonParser parser, JsonToken token, Column column, int index, Row row) throws IOException {
    try {
      row.setLong(
          index,
          token == JsonToken.VALUE_NUMBER_INT
              ? parser.getLongValue()
              : parser.getDecimalValue().longValueExact());
      return null;
    } catch (ArithmeticException | NumberFormatException e) {
      // The latter of exponents that no BigDecimal has, such as 1e99999999999.
      return wrongType(parser, column, "a whole number");
    } catch (JsonProcessingException e) {
      return "field '" + column.name() + "' is outside 64 bits";
    }
  }

  /** Read from its digits: a double on the way would change them. */
  private static String decimal(String digits, Column column, int index, Row row) {
    try {
      row.setDecimal(index, DecimalText.read(digits, column));
      return null;
    } catch (DecimalText.NoDecimalException e) {
      return "field '" + column.name() + "' " + e.getMessage();
    }
  }

  private String missing(Row row) {
    for (int i = 0; i < schema.size(); i++) {
      Column column = schema.column(i);
      if (row.isNull(i)) {
        if (!column.nullable()) {
          return "field '" + column.name() + "' is " + (seen[i] ? "null" : "missing");
        }
      } else if (key[i] && column.type() == ColumnType.TEXT && row.getText(i).isEmpty()) {
        return "key field '" + column.name() + "' is empty";
      }
    }
    return null;
  }

  private static String wrongType(JsonParser parser, Column column, String expected)
      throws IOException {
    String found =
        switch (parser.currentToken()) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_STRING -> "the text '" + shorten(parser.getText()) + "'";
          default -> shorten(parser.getText());
        };
    return "field '" + column.name() + "' should be " + expected + " but is " + found;
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
