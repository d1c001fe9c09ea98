package io.mysimbdp.emulator.format;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * CSV whose columns are those of the stream's schema: in its order, or in that of a header line.
 *
 * <p>Each cell becomes a JSON value of its column's type and keeps its literal text: {@code
 * 2.870000} stays {@code 2.870000}; of an amount of dollars the sign and the commas go. A cell that
 * is no value of its type becomes a JSON string of the text as it stands. An empty cell is null,
 * but in a text column that may not be null it is the empty text. Surplus cells become fields named
 * as in the header, or {@code column_6} and so on; missing cells are left out.
 */
public final class FlatCsv implements LineFormat {
  private static final byte[] NULL = ascii("null");
  private static final byte[] EMPTY_TEXT = ascii("\"\"");

  private final List<String> names;
  private final int[] columns;
  private final Column[] schema;
  private final byte[][] openings;
  private final int[] keyCells;
  private final int[] timeCells;
  private final EventTimeText time;
  private final Cells cells = new Cells();
  private final JsonBuffer token = new JsonBuffer();
  private long shift;

  /** Columns as in the schema, no header line. */
  public FlatCsv(RawStream stream) {
    this(stream, stream.schema().columns().stream().map(Column::name).toList());
  }

  /** Columns of these names in this order; some may be missing in the schema. */
  public FlatCsv(RawStream stream, List<String> names) {
    RecordSchema schema = stream.schema();
    this.names = List.copyOf(names);
    this.columns = names.stream().mapToInt(schema::indexOf).toArray();
    this.schema = new Column[names.size()];
    this.openings = new byte[names.size()][];
    for (int i = 0; i < openings.length; i++) {
      this.schema[i] = columns[i] < 0 ? null : schema.column(columns[i]);
      openings[i] = opening(i, names.get(i));
    }
    this.keyCells = stream.key().stream().mapToInt(this::cellOf).toArray();
    this.timeCells = stream.eventTime().columns().stream().mapToInt(this::cellOf).toArray();
    this.time = new EventTimeText(stream.eventTime().form());
  }

  /**
   * Columns as a header line names them, for people or machines; names that the schema does not
   * have are kept in lower case with {@code _} for what is neither letter nor digit.
   *
   * @throws IOException if it names no column of the schema
   */
  public static FlatCsv withHeader(RawStream stream, Line header) throws IOException {
    Cells cells = new Cells();
    ColumnNames names = new ColumnNames(stream.schema());
    if (!split(cells, header) || names.known(cells) == 0) {
      throw new IOException(
          "the header '%s' names no column of raw stream %s; is the first line a header?"
              .formatted(new String(header.bytes(), StandardCharsets.UTF_8), stream.name()));
    }
    return new FlatCsv(stream, names.of(cells));
  }

  /** Whether more than half of a line's cells are names of the schema's columns. */
  public static boolean isHeader(RawStream stream, Line line) {
    Cells cells = new Cells();
    return split(cells, line) && new ColumnNames(stream.schema()).known(cells) * 2 > cells.count();
  }

  @Override
  public void shiftEventTimes(long millis) {
    shift = millis;
  }

  @Override
  public long eventTime(Line line) {
    return split(cells, line) ? eventTime() : UNREADABLE;
  }

  @Override
  public long eventMicros(Line line) {
    return split(cells, line) ? eventMicros() : UNREADABLE;
  }

  private static boolean split(Cells cells, Line line) {
    return cells.split(line.data(), line.offset(), line.length());
  }

  private long eventTime() {
    long micros = eventMicros();
    return micros == UNREADABLE ? UNREADABLE : Math.floorDiv(micros, 1000L);
  }

  private long eventMicros() {
    for (int cell : timeCells) {
      if (cell < 0 || cell >= cells.count()) {
        return UNREADABLE;
      }
    }
    if (!time.isText()) {
      return time.readNumber(cells.data(), cells.start(timeCells[0]), cells.end(timeCells[0]));
    }
    return time.readText(
        timeCells.length == 1 ? cells.text(timeCells[0]) : String.join(" ", timeTexts()));
  }

  private List<String> timeTexts() {
    return Arrays.stream(timeCells).mapToObj(cells::text).toList();
  }

  /** The JSON tokens of the time cells after a shift; empty if they stay as they are. */
  private List<String> shifted() {
    long millis = shift == 0 ? UNREADABLE : eventTime();
    if (millis == UNREADABLE) {
      return List.of();
    }
    if (time.isText()) {
      return time.tokens(millis + shift, timeTexts());
    }
    int cell = timeCells[0];
    return List.of(time.shiftedNumber(cells.data(), cells.start(cell), cells.end(cell), shift));
  }

  @Override
  public boolean convert(Line line, RawRecord record) {
    if (!split(cells, line)) {
      return false;
    }
    JsonBuffer json = record.json();
    json.clear();
    List<String> shifted = shifted();
    for (int i = 0; i < cells.count(); i++) {
      json.append(i < openings.length ? openings[i] : opening(i, nameOf(i)));
      appendToken(i, shifted, json);
    }
    json.append('}');
    record.setKey(key());
    return true;
  }

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    List<String> shifted = shifted();
    for (int i = 0; i < cells.count(); i++) {
      token.clear();
      appendToken(i, shifted, token);
      fields.add(new Field(nameOf(i), i < columns.length ? columns[i] : -1, token.text()));
    }
    return fields;
  }

  private String nameOf(int cell) {
    return cell < names.size() ? names.get(cell) : "column_" + (cell + 1);
  }

  private void appendToken(int cell, List<String> shifted, JsonBuffer json) {
    byte[] data = cells.data();
    int start = cells.start(cell);
    int end = cells.end(cell);
    Column column = cell < schema.length ? schema[cell] : null;
    int part = shifted.isEmpty() ? -1 : timePart(cell);
    if (part >= 0) {
      json.append(shifted.get(part).getBytes(StandardCharsets.UTF_8));
    } else if (start == end) {
      boolean text = column != null && column.type() == ColumnType.TEXT && !column.nullable();
      json.append(text ? EMPTY_TEXT : NULL);
    } else if (column != null && isLiteral(column.type(), data, start, end)) {
      json.append(data, start, end);
    } else {
      byte[] amount =
          column != null && column.type().isNumber() ? Money.number(data, start, end) : null;
      if (amount == null) {
        json.appendString(data, start, end);
      } else {
        json.append(amount);
      }
    }
  }

  private int timePart(int cell) {
    for (int part = 0; part < timeCells.length; part++) {
      if (timeCells[part] == cell) {
        return part;
      }
    }
    return -1;
  }

  private static boolean isLiteral(ColumnType type, byte[] data, int start, int end) {
    return switch (type) {
      case LONG, TIMESTAMP, DOUBLE, DECIMAL -> JsonNumbers.isNumber(data, start, end);
      case BOOLEAN -> isBoolean(new String(data, start, end - start, StandardCharsets.UTF_8));
      case TEXT, SKETCH -> false;
    };
  }

  private static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }

  private byte[] key() {
    if (keyCells.length == 1) {
      int cell = keyCells[0];
      return cell < 0 || cell >= cells.count() || cells.isEmpty(cell)
          ? null
          : Arrays.copyOfRange(cells.data(), cells.start(cell), cells.end(cell));
    }
    StringJoiner joined = new StringJoiner("|");
    boolean empty = true;
    for (int cell : keyCells) {
      if (cell < 0 || cell >= cells.count()) {
        return null;
      }
      joined.add(cells.text(cell));
      empty &= cells.isEmpty(cell);
    }
    return empty ? null : joined.toString().getBytes(StandardCharsets.UTF_8);
  }

  private int cellOf(int column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] opening(int cell, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ascii(cell == 0 ? "{\"" : ",\""));
    bytes.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(name));
    bytes.writeBytes(ascii("\":"));
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
