package io.mysimbdp.emulator.format;

import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

/** Event times of a raw stream as its records write them: whole numbers since an origin, or ISO. */
public final class EventTimeText {
  private final EventTime eventTime;
  private final boolean iso;

  /** The event times of this stream. */
  public EventTimeText(RawStream stream) {
    this.eventTime = stream.eventTime();
    this.iso = stream.schema().column(eventTime.column()).type() == ColumnType.TIMESTAMP;
  }

  /** The milliseconds since the epoch that a text means; {@link LineFormat#UNREADABLE} if none. */
  long read(byte[] data, int from, int to) {
    try {
      if (iso) {
        return Timestamps.parse(text(data, from, to));
      }
      return JsonNumbers.isNumber(data, from, to)
          ? eventTime.toMillis(JsonNumbers.wholeNumber(data, from, to))
          : LineFormat.UNREADABLE;
    } catch (ArithmeticException | DateTimeException e) {
      return LineFormat.UNREADABLE;
    }
  }

  /** The JSON token of a readable event time that is moved by whole seconds. */
  String shifted(byte[] data, int from, int to, long millis) {
    if (iso) {
      return quoted(Timestamps.parse(text(data, from, to)) + millis);
    }
    return Long.toString(JsonNumbers.wholeNumber(data, from, to) + units(millis));
  }

  /** The JSON token that says this time, whole seconds since the epoch in milliseconds. */
  public String token(long millis) {
    return iso ? quoted(millis) : Long.toString(units(millis - eventTime.origin().toEpochMilli()));
  }

  private long units(long millis) {
    return switch (eventTime.unit()) {
      case MICROSECONDS -> millis * 1000;
      case MILLISECONDS -> millis;
      case SECONDS -> Math.floorDiv(millis, 1000L);
    };
  }

  private static String quoted(long millis) {
    return '"' + Timestamps.format(millis) + '"';
  }

  private static String text(byte[] data, int from, int to) {
    return new String(data, from, to - from, StandardCharsets.UTF_8);
  }
}
