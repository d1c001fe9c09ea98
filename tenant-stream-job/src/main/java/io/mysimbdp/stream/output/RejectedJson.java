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
import java.util.List;

/**
 * Dead letters and late records as JSON. The original bytes stand there as text where they are
 * valid UTF-8 ({@code "encoding": "utf-8"}), in Base64 where they are not.
 */
final class RejectedJson {
  /** Of more missed windows than these, only the first and the last are named. */
  private static final int MOST_LISTED = 100;

  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one JSON object's fields. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private RejectedJson() {}

  static byte[] write(Gated.Dead dead) {
    return object(
        json -> {
          json.writeStringField("reason", dead.reason());
          position(json, dead.topic(), dead.partition(), dead.offset());
          if (dead.key() != null) {
            json.writeStringField("key", new String(dead.key(), StandardCharsets.UTF_8));
          }
          original(json, dead.value());
        });
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
      json.writeStringField("value", text);
      json.writeStringField("encoding", "utf-8");
    } catch (CharacterCodingException e) {
      json.writeBinaryField("value", value);
      json.writeStringField("encoding", "base64");
    }
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
