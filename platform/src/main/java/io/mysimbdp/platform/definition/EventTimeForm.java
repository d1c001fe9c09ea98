package io.mysimbdp.platform.definition;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** How an event time stands in a record. */
public sealed interface EventTimeForm extends Serializable {

  /** Positions in the stream's schema of the columns that hold it. */
  List<Integer> columns();

  /** The step of a numeric event time. */
  enum Unit {
    MICROSECONDS,
    MILLISECONDS,
    SECONDS
  }

  /**
   * A LONG that counts steps from an origin.
   *
   * @param unit what one step is
   * @param origin the instant that a value of 0 means
   * @param special values that do not count but mean an instant of their own
   */
  record Numeric(int column, Unit unit, Instant origin, Map<Long, Instant> special)
      implements EventTimeForm {

    public Numeric {
      special = Map.copyOf(special);
    }

    @Override
    public List<Integer> columns() {
      return List.of(column);
    }

    /**
     * The event time that a value stands for, in milliseconds since the epoch; fractions of a
     * millisecond are dropped towards the past.
     *
     * @throws ArithmeticException if it lies outside what 64 bits of milliseconds can say
     */
    public long toMillis(long value) {
      if (!special.isEmpty()) {
        Instant instant = special.get(value);
        if (instant != null) {
          return instant.toEpochMilli();
        }
      }
      long sinceOrigin =
          switch (unit) {
            case MICROSECONDS -> Math.floorDiv(value, 1000L);
            case MILLISECONDS -> value;
            case SECONDS -> Math.multiplyExact(value, 1000L);
          };
      return Math.addExact(sinceOrigin, origin.toEpochMilli());
    }
  }

  /** A TIMESTAMP: milliseconds since 1970-01-01T00:00:00Z. */
  record Millis(int column) implements EventTimeForm {
    @Override
    public List<Integer> columns() {
      return List.of(column);
    }
  }

  /**
   * A local date and time in TEXT columns; several are joined by one space.
   *
   * @param columns positions in the schema
   * @param pattern of java.time, as {@code LocalTimeText} reads it
   * @param zone whose clocks it is read from
   */
  record LocalText(List<Integer> columns, String pattern, ZoneId zone) implements EventTimeForm {
    public LocalText {
      columns = List.copyOf(columns);
    }
  }
}
