package io.mysimbdp.emulator.fault;

import io.mysimbdp.emulator.format.EventTimeText;
import io.mysimbdp.emulator.format.Field;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.random.Dice;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes a record that the stream job must refuse out of a good one. Every result is wrong under the
 * stream's schema, its quality rules, or the dataset's bounds; where a record offers no way to
 * that, there is no result.
 */
public final class FaultForge {
  private static final long YEAR_3000 = Instant.parse("3000-01-01T00:00:00Z").toEpochMilli();
  private static final long YEAR = Duration.ofDays(365).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final List<String> FOREIGN =
      List.of(
          "{\"trip_id\":\"%016x\",\"taxi_id\":\"%016x\",\"trip_start_timestamp\":\"01/13/2016 06:15:00 AM\",\"fare\":24.2}",
          "{\"sensor\":\"%016x\",\"batch\":\"%016x\",\"temperature\":21.5}");

  private final RawStream stream;
  private final EventTimeText time;
  private final BrokenRules rules;
  private final long close;

  /**
   * @param close every record of the dataset has an earlier event time; milliseconds since the
   *     epoch
   */
  public FaultForge(RawStream stream, long close) {
    this.stream = stream;
    this.time = new EventTimeText(stream.eventTime().form());
    this.rules = new BrokenRules(stream);
    this.close = close;
  }

  /**
   * The spoilt record, or null if this fault cannot be done to this record.
   *
   * @param fields of the good record
   */
  public byte[] forge(Fault fault, Line line, List<Field> fields, Dice dice) {
    List<Field> bad = new ArrayList<>(fields);
    boolean done =
        switch (fault) {
          case MISSING_FIELD -> dropRequired(bad, dice);
          case EXTRA_FIELD -> bad.add(new Field(unknown("extra"), -1, "1"));
          case RENAMED_FIELD -> rename(bad, dice);
          case WRONG_TYPE -> mistype(bad, dice);
          case SHUFFLED_COLUMNS -> shuffle(bad, dice);
          case OUT_OF_RANGE -> rules.breakOne(bad, dice);
          case YEAR_3000 -> moveTime(bad, YEAR_3000);
          case NEXT_YEAR -> line.timed() && moveTime(bad, Math.floorDiv(line.time(), 1000L) + YEAR);
          case EMPTY_KEY -> emptyKey(bad);
          case MALFORMED_JSON, NOT_AN_OBJECT, WRONG_DATASET, GARBAGE_BYTES -> true;
          case DUPLICATE, SILENT_SENSOR -> false;
        };
    if (!done) {
      return null;
    }
    return switch (fault) {
      case MALFORMED_JSON -> utf8(malformed(json(fields), dice));
      case NOT_AN_OBJECT -> utf8(notAnObject(fields, dice));
      case WRONG_DATASET -> utf8(foreign(dice));
      case GARBAGE_BYTES -> garbage(dice);
      default -> utf8(json(bad));
    };
  }

  private boolean dropRequired(List<Field> fields, Dice dice) {
    List<Field> required =
        fields.stream().filter(f -> f.column() >= 0 && !column(f).nullable()).toList();
    return !required.isEmpty() && fields.remove(required.get(dice.below(required.size())));
  }

  private boolean rename(List<Field> fields, Dice dice) {
    int i = dice.below(fields.size());
    Field field = fields.get(i);
    fields.set(i, new Field(unknown(field.name() + "_v2"), -1, field.token()));
    return true;
  }

  private boolean mistype(List<Field> fields, Dice dice) {
    int i = dice.below(fields.size());
    Field field = fields.get(i);
    if (field.column() < 0) {
      return false;
    }
    String wrong = column(field).type() == ColumnType.TEXT ? "42" : "\"twelve\"";
    String[] tokens = {wrong, wrong, "[" + field.token() + "]", "{\"value\":1}"};
    fields.set(i, field.with(tokens[dice.below(tokens.length)]));
    return true;
  }

  private boolean shuffle(List<Field> fields, Dice dice) {
    int size = fields.size();
    int start = dice.below(size);
    for (int i = 0; i < size; i++) {
      int step = (start + i) % size;
      List<Field> turned = new ArrayList<>();
      boolean wrong = false;
      for (int at = 0; at < size; at++) {
        Field field = fields.get(at).with(fields.get((at + step) % size).token());
        turned.add(field);
        wrong |= field.column() >= 0 && isTextForNumber(field);
      }
      if (wrong) {
        fields.clear();
        return fields.addAll(turned);
      }
    }
    return false;
  }

  private boolean isTextForNumber(Field field) {
    ColumnType type = column(field).type();
    boolean refusesText =
        type == ColumnType.LONG || type == ColumnType.TIMESTAMP || type == ColumnType.DOUBLE;
    return refusesText && field.token().startsWith("\"");
  }

  /** Writes another time into the record, if its columns can say one that far away. */
  private boolean moveTime(List<Field> fields, long to) {
    List<Integer> places = new ArrayList<>();
    for (int column : stream.eventTime().columns()) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).column() == column) {
          places.add(i);
        }
      }
    }
    long target = Math.max(to, close + DAY);
    if (places.size() < stream.eventTime().columns().size() || time.rounded(target) < close) {
      return false;
    }
    List<String> tokens =
        time.tokens(target, places.stream().map(i -> fields.get(i).token()).toList());
    for (int part = 0; part < tokens.size(); part++) {
      fields.set(places.get(part), fields.get(places.get(part)).with(tokens.get(part)));
    }
    return !tokens.isEmpty();
  }

  private boolean emptyKey(List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (stream.key().contains(field.column()) && column(field).type() == ColumnType.TEXT) {
        fields.set(i, field.with("\"\""));
        return true;
      }
    }
    return false;
  }

  private static String malformed(String json, Dice dice) {
    return switch (dice.below(3)) {
      case 0 -> json.substring(0, 1 + dice.below(json.length() - 1));
      case 1 -> json.replaceFirst("\":", "\" ");
      default -> json.replaceFirst("\"", "'");
    };
  }

  private static String notAnObject(List<Field> fields, Dice dice) {
    String values = fields.stream().map(Field::token).collect(Collectors.joining(","));
    String[] texts = {
      "[" + values + "]", "[" + json(fields) + "]", "\"reading\"", "17", "true", "null"
    };
    return texts[dice.below(texts.length)];
  }

  private String foreign(Dice dice) {
    String sample = FOREIGN.get(stream.schema().indexOf("trip_id") < 0 ? 0 : 1);
    return sample.formatted(dice.next(), dice.next());
  }

  private static byte[] garbage(Dice dice) {
    byte[] bytes = new byte[1 + dice.below(100)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) dice.next();
    }
    // This byte occurs in no UTF-8 text and starts no byte-order mark.
    bytes[0] = (byte) 0xC0;
    return bytes;
  }

  private String unknown(String name) {
    String free = name;
    while (stream.schema().indexOf(free) >= 0) {
      free += "_";
    }
    return free;
  }

  private Column column(Field field) {
    return stream.schema().column(field.column());
  }

  private static String json(List<Field> fields) {
    return fields.stream()
        .map(f -> '"' + f.name() + "\":" + f.token())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
