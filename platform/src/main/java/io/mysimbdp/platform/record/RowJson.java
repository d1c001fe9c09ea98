package io.mysimbdp.platform.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * The rows of one schema as JSON objects, columns in schema order, nulls written out, doubles in
 * the shortest form that reads back to the same bits, decimals in plain notation with all digits of
 * their scale. Not thread-safe.
 */
public final class RowJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private final RecordSchema schema;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
  private final long[] lastTime;
  private final String[] lastText;

  public RowJson(RecordSchema schema) {
    this.schema = schema;
    this.lastTime = new long[schema.size()];
    this.lastText = new String[schema.size()];
  }

  /** The row as UTF-8 JSON. */
  public byte[] write(Row row) {
    buffer.reset();
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      json.writeStartObject();
      writeFields(json, row);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return buffer.toByteArray();
  }

  /** Writes the row's fields into an object that is open. */
  public void writeFields(JsonGenerator json, Row row) throws IOException {
    for (int i = 0; i < schema.size(); i++) {
      json.writeFieldName(schema.column(i).name());
      writeValue(json, row, i);
    }
  }

  private void writeValue(JsonGenerator json, Row row, int column) throws IOException {
    if (row.isNull(column)) {
      json.writeNull();
      return;
    }
    switch (schema.column(column).type()) {
      case TEXT, SKETCH -> json.writeString(row.getText(column));
      case LONG -> json.writeNumber(row.getLong(column));
      case DOUBLE -> json.writeNumber(row.getDouble(column));
      case BOOLEAN -> json.writeBoolean(row.getBoolean(column));
      case TIMESTAMP -> json.writeString(time(row.getLong(column), column));
      case DECIMAL -> json.writeNumber(DecimalText.write(row.getDecimal(column)));
    }
  }

  /** Rows of one window follow each other, so the last text is usually the right one. */
  private String time(long millis, int column) {
    if (lastText[column] == null || lastTime[column] != millis) {
      lastTime[column] = millis;
      lastText[column] = Timestamps.format(millis);
    }
    return lastText[column];
  }

  /**
   * Reads what {@link #write} wrote into a row of this schema; columns that are absent become null.
   *
   * @throws IOException if it is no such JSON
   */
  public void read(byte[] bytes, Row row) throws IOException {
    row.clear();
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        int column = schema.indexOf(name);
        if (column < 0) {
          json.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          readValue(json, row, column);
        }
      }
    }
  }

  private void readValue(JsonParser json, Row row, int column) throws IOException {
    switch (schema.column(column).type()) {
      case TEXT, SKETCH -> row.setText(column, json.getText());
      case LONG -> row.setLong(column, json.getLongValue());
      case DOUBLE -> row.setDouble(column, json.getDoubleValue());
      case BOOLEAN -> row.setBoolean(column, json.getBooleanValue());
      case TIMESTAMP -> row.setLong(column, Timestamps.parse(json.getText()));
      case DECIMAL -> row.setDecimal(column, decimal(json, schema.column(column)));
    }
  }

  /** From the digits themselves: a double on the way would change them. */
  private static BigDecimal decimal(JsonParser json, Column column) throws IOException {
    try {
      return DecimalText.read(json.getText(), column);
    } catch (DecimalText.NoDecimalException e) {
      throw new IOException("column " + column.name() + " " + e.getMessage(), e);
    }
  }
}
