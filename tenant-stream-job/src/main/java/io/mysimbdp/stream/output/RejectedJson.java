package io.mysimbdp.stream.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.record.Timestamps;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.gate.Gated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Dead letters and late records as JSON. The original bytes stand there as text where they are
 * valid UTF-8 ({@code "encoding": "utf-8"}), in Base64 where they are not. Of long ones only the
 * beginning stands there, and their length ({@code "bytes"}): a record that Kafka just took must
 * not become one that it refuses. The whole lies in the raw topic.
 */
final class RejectedJson {
  /** Of more missed windows than these, only the first and the last are named. */
  private static final int MOST_LISTED = 100;

  /** Of an original: in JSON a byte takes six at most, and Kafka takes a million. */
  private static final int MOST_BYTES = 100_000;

  /** Of a key. */
  private static final int MOST_KEY_BYTES = 4096;

  /** Of a reason; it may quote from the record. */
  private static final int MOST_REASON_CHARS = 1000;

  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one JSON object's fields. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private RejectedJson() {}

  static byte[] write(Gated.Dead dead) {
    return object(
        json -> {
          json.writeStringField("reason", sound(dead.reason()));
          position(json, dead.topic(), dead.partition(), dead.offset());
          if (dead.key() != null) {
            json.writeStringField("key", new String(key(dead.key()), StandardCharsets.UTF_8));
          }
          original(json, dead.value());
        });
  }

  /** The key of a dead letter: its record's, or the beginning of it; may be null. */
  static byte[] key(byte[] key) {
    return key == null || key.length <= MOST_KEY_BYTES ? key : Arrays.copyOf(key, MOST_KEY_BYTES);
  }

  /** Without halves of surrogate pairs, which no JSON in UTF-8 can hold; they become '?'. */
  private static String sound(String reason) {
    String shown =
        reason.length() <= MOST_REASON_CHARS ? reason : reason.substring(0, MOST_REASON_CHARS);
    return new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static byte[] write(Gated.Late late, List<Rollup> analytics) {
    return object(
        json -> {
          json.writeArrayFieldStart("missed");
          for (int i = 0; i < analytics.size(); i++) {
            if (late.missedFrom()[i] != Windows.NONE) {
              json.writeStartObject();
              json.writeStringField("analytic", analytics.get(i).name());
              missed(json, analytics.get(i), late.missedFrom()[i], late.missedTo()[i]);
              json.writeEndObject();
            }
          }
          json.writeEndArray();
          position(json, late.topic(), late.partition(), late.offset());
          json.writeStringField("event_time", Timestamps.format(late.time()));
          original(json, late.value());
        });
  }

  private static void missed(JsonGenerator json, Rollup analytic, long from, long to)
      throws IOException {
    if (analytic.span() instanceof Span.Presence) {
      json.writeStringField("instant", Timestamps.format(from));
    } else {
      windows(json, analytic, from, to);
    }
  }

  private static void windows(JsonGenerator json, Rollup analytic, long from, long to)
      throws IOException {
    Windows windows = ((Span.Windowed) analytic.span()).windows();
    long count = windows.count(from, to);
    json.writeArrayFieldStart("windows");
    if (count > MOST_LISTED) {
      json.writeString(text(windows, from));
      json.writeString(text(windows, to));
    } else {
      for (long end = from; end <= to; end = windows.nextEnd(end)) {
        json.writeString(text(windows, end));
      }
    }
    json.writeEndArray();
    if (count > MOST_LISTED) {
      json.writeNumberField("missed_windows", count);
    }
  }

  private static String text(Windows windows, long end) {
    return Timestamps.format(windows.start(end)) + "/" + Timestamps.format(end);
  }

  private static void position(JsonGenerator json, String topic, int partition, long offset)
      throws IOException {
    json.writeStringField("topic", topic);
    json.writeNumberField("partition", partition);
    json.writeNumberField("offset", offset);
  }

  private static void original(JsonGenerator json, byte[] value) throws IOException {
    if (value == null) {
      json.writeNullField("value");
      return;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      json.writeStringField("value", value.length <= MOST_BYTES ? text : beginning(value));
      json.writeStringField("encoding", "utf-8");
    } catch (CharacterCodingException e) {
      json.writeFieldName("value");
      json.writeBinary(value, 0, Math.min(value.length, MOST_BYTES));
      json.writeStringField("encoding", "base64");
    }
    if (value.length > MOST_BYTES) {
      json.writeNumberField("bytes", value.length);
    }
  }

  /** The first characters of a text that is valid UTF-8. */
  private static String beginning(byte[] value) {
    int end = MOST_BYTES;
    while ((value[end] & 0xC0) == 0x80) {
      end--; // within a character
    }
    return new String(value, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }
}
