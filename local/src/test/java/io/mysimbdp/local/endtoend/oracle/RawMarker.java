package io.mysimbdp.local.endtoend.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;

/**
 * What a marker in a raw partition says.
 *
 * @param from of its dataset, milliseconds since the epoch, inclusive
 * @param close of its dataset, milliseconds since the epoch, exclusive
 * @param sent how many records the producer says it sent to this partition; 0 in a begin marker
 */
record RawMarker(String dataset, long from, long close, long sent) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static RawMarker read(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return new RawMarker(
          node.required("dataset").textValue(),
          Instant.parse(node.required("from").textValue()).toEpochMilli(),
          Instant.parse(node.required("close").textValue()).toEpochMilli(),
          node.path("sent").longValue());
    } catch (IOException e) {
      throw new AssertionError("a marker that is no JSON", e);
    }
  }

  /** Whether a body is one of the right kind; {@code control} is the record's control header. */
  static boolean isOne(String control, byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return switch (control) {
        case "begin", "end" -> node.path("dataset").isTextual() && node.path("close").isTextual();
        case "pulse" -> node.path("time").isTextual();
        default -> false;
      };
    } catch (IOException e) {
      return false;
    }
  }

  /** The event time of a pulse, milliseconds since the epoch. */
  static long pulse(byte[] body) {
    try {
      return Instant.parse(JSON.readTree(body).required("time").textValue()).toEpochMilli();
    } catch (IOException e) {
      throw new AssertionError("a pulse that is no JSON", e);
    }
  }

  boolean contains(long time) {
    return time >= from && time < close;
  }
}
