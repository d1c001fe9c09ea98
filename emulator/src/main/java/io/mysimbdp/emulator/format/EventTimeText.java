package io.mysimbdp.emulator.format;

import io.mysimbdp.platform.definition.EventTime;

/** Event times as the records of a raw stream write them: whole numbers since an origin. */
public final class EventTimeText {
  private final EventTime eventTime;

  /** Event times of this kind. */
  public EventTimeText(EventTime eventTime) {
    this.eventTime = eventTime;
  }

  /** The milliseconds since the epoch that a text means; {@link LineFormat#UNREADABLE} if none. */
  long read(byte[] data, int from, int to) {
    if (!JsonNumbers.isNumber(data, from, to)) {
      return LineFormat.UNREADABLE;
    }
    try {
      return eventTime.toMillis(JsonNumbers.wholeNumber(data, from, to));
    } catch (ArithmeticException e) {
      return LineFormat.UNREADABLE;
    }
  }

  /** The JSON token of a readable event time that is moved by whole seconds. */
  String shifted(byte[] data, int from, int to, long millis) {
    return Long.toString(JsonNumbers.wholeNumber(data, from, to) + units(millis));
  }

  /** The JSON token that says this time, in milliseconds since the epoch, down to its unit. */
  public String token(long millis) {
    return Long.toString(units(millis - eventTime.origin().toEpochMilli()));
  }

  private long units(long millis) {
    return switch (eventTime.unit()) {
      case MICROSECONDS -> millis * 1000;
      case MILLISECONDS -> millis;
      case SECONDS -> Math.floorDiv(millis, 1000L);
    };
  }
}
