package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.window.Windows;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/** Over which stretch of time a rollup gathers its rows. */
public sealed interface Span extends Serializable {

  /** None: each row that passes {@code where} gives one row at once. Silver only. */
  record Each() implements Span {}

  /** Event-time windows. Silver only. */
  record Windowed(Windows windows) implements Span {}

  /**
   * The stays of entities in places: where each one's latest event was. Silver only.
   *
   * @param entity position in the input of the column that says who
   * @param place position in the input of the column that says where
   */
  record Presence(int entity, int place, Show show) implements Span {}

  /** What the rows of a presence analytic tell. */
  enum Show {
    /** How many entities are in a place, whenever that changes. */
    OCCUPANCY,
    /** Each coming of an entity into a place. */
    ARRIVALS,
    /** Each stay of an entity in a place, once it is over. */
    STAYS
  }

  /** The interval of a batch run. Gold only. */
  record Interval() implements Span {}

  /**
   * Calendar periods of several kinds. Gold only.
   *
   * @param kinds each once, as written
   * @param zone on whose clocks days begin
   */
  record Calendar(List<PeriodKind> kinds, ZoneId zone) implements Span {
    public Calendar {
      kinds = List.copyOf(kinds);
    }
  }
}
