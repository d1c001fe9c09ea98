package io.mysimbdp.platform.definition;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a record's event time comes from and what is plausible.
 *
 * @param column position in the stream's schema of the LONG or TIMESTAMP column that holds it
 * @param unit what one step of a LONG column is
 * @param origin the instant that a value of 0 means
 * @param earliest an event time before this is a dead letter; null if there is no such bound
 * @param latest an event time after this is a dead letter; null if there is no such bound
 * @param maxAhead outside any dataset, an event time more than this after the record's Kafka
 *     timestamp is a dead letter
 */
public record EventTime(
    int column, Unit unit, Instant origin, Instant earliest, Instant latest, Duration maxAhead)
    implements Serializable {

  /** The step of a numeric event time. */
  public enum Unit {
    MICROSECONDS,
    MILLISECONDS,
    SECONDS
  }

  /**
   * The event time that a column's value stands for, in milliseconds since the epoch; fractions of
   * a millisecond are dropped towards the past.
   *
   * @throws ArithmeticException if it lies outside what 64 bits of milliseconds can say
   */
  public long toMillis(long value) {
    long sinceOrigin =
        switch (unit) {
          case MICROSECONDS -> Math.floorDiv(value, 1000L);
          case MILLISECONDS -> value;
          case SECONDS -> Math.multiplyExact(value, 1000L);
        };
    return Math.addExact(sinceOrigin, origin.toEpochMilli());
  }
}
