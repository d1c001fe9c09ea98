package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.EventTime;
import io.mysimbdp.platform.definition.EventTimeForm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads the {@code event_time} of a raw stream. */
final class EventTimes {
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.optional("field"),
          Section.Key.optional("fields"),
          Section.Key.optional("unit"),
          Section.Key.optional("origin"),
          Section.Key.optional("special"),
          Section.Key.optional("pattern"),
          Section.Key.optional("earliest"),
          Section.Key.optional("latest"),
          Section.Key.optional("max_ahead"));

  private EventTimes() {}

  /**
   * The event time, or none and at least one problem; none also if the columns are unknown.
   *
   * @param zone in which local times are read
   */
  static Optional<EventTime> read(Value owner, Value value, Columns columns, ZoneId zone) {
    Section section = Section.open(owner, value, "event_time", KEYS);
    Optional<Instant> earliest = section.get("earliest").flatMap(Value::instant);
    Optional<Instant> latest = section.get("latest").flatMap(Value::instant);
    Optional<Duration> ahead =
        section.get("max_ahead").flatMap(v -> v.duration(Duration.ofSeconds(1)));
    if (earliest.isPresent() && latest.isPresent() && latest.get().isBefore(earliest.get())) {
      section.report("latest", "'latest' lies before 'earliest'");
    }
    Optional<EventTimeForm> form = new EventTimeForms(section, columns, zone).read(owner, value);
    return form.map(
        f ->
            new EventTime(
                f, earliest.orElse(null), latest.orElse(null), ahead.orElse(Duration.ofDays(1))));
  }
}
