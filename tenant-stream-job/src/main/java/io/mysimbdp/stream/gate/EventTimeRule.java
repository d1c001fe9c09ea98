package io.mysimbdp.stream.gate;

import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.EventTimeReader;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.Timestamps;

/**
 * Reads a record's event time and refuses what would poison the stream's clock: outside the
 * definition's bounds, outside the open dataset, or, in no dataset, too far ahead of its arrival.
 */
final class EventTimeRule {
  /** The year 9999: times beyond have no ISO form, and near 64 bits windows would overflow. */
  private static final long FARTHEST = 253_402_300_799_999L;

  private final EventTime definition;
  private final EventTimeReader reader;
  private final long earliest;
  private final long latest;
  private final long maxAhead;
  private long time;

  EventTimeRule(EventTime definition) {
    this.definition = definition;
    this.reader = new EventTimeReader(definition.form());
    this.earliest =
        definition.earliest() == null ? -FARTHEST : definition.earliest().toEpochMilli();
    this.latest = definition.latest() == null ? FARTHEST : definition.latest().toEpochMilli();
    this.maxAhead = definition.maxAhead().toMillis();
  }

  /**
   * Reads the event time.
   *
   * @param open the open dataset, or null
   * @param arrived the Kafka timestamp, milliseconds since the epoch
   * @return null if it is plausible, else why not
   */
  String check(Row row, Marker open, long arrived) {
    String unreadable = reader.read(row);
    if (unreadable != null) {
      return unreadable;
    }
    time = reader.millis();
    return implausible(time, open, arrived);
  }

  /** Why an event time would poison the stream's clock; null if it would not. */
  String implausible(long time, Marker open, long arrived) {
    if (time < earliest) {
      return "event time %s is before the earliest that the definition allows, %s"
          .formatted(show(time), show(earliest));
    }
    if (time > latest) {
      return "event time %s is after the latest that the definition allows, %s"
          .formatted(show(time), show(latest));
    }
    if (open != null) {
      if (time < open.from() || time >= open.close()) {
        return "event time %s is outside dataset '%s', which goes from %s to before %s"
            .formatted(show(time), open.dataset(), show(open.from()), show(open.close()));
      }
    } else if (time > arrived + maxAhead) {
      return "event time %s is more than %s after its arrival at %s"
          .formatted(show(time), definition.maxAhead(), show(arrived));
    }
    return null;
  }

  /** The event time of the row checked last, milliseconds since the epoch. */
  long time() {
    return time;
  }

  private static String show(long millis) {
    return Math.abs(millis) > FARTHEST ? millis + " ms" : Timestamps.format(millis);
  }
}
