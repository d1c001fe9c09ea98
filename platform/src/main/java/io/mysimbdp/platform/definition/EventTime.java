package io.mysimbdp.platform.definition;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where a record's event time comes from and what is plausible.
 *
 * @param form how it stands in the record
 * @param earliest an event time before this is a dead letter; null if there is no such bound
 * @param latest an event time after this is a dead letter; null if there is no such bound
 * @param maxAhead outside any dataset, an event time more than this after the record's Kafka
 *     timestamp is a dead letter
 */
public record EventTime(EventTimeForm form, Instant earliest, Instant latest, Duration maxAhead)
    implements Serializable {

  /** Positions in the stream's schema of the columns that hold it; they are never null. */
  public List<Integer> columns() {
    return form.columns();
  }
}
