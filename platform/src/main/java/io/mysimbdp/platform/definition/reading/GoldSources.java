package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a gold table may read: silver, and the gold tables above it. */
final class GoldSources {
  private final Map<String, Rollups.Read> readable = new LinkedHashMap<>();
  private final Set<String> gold = new HashSet<>();

  GoldSources(List<Rollups.Read> silver) {
    silver.forEach(this::add);
  }

  /** Makes a gold table known by its name. */
  void announce(String name) {
    gold.add(name);
  }

  /** From now on tables may read this one. */
  void add(Rollups.Read rollup) {
    readable.putIfAbsent(rollup.name(), rollup);
  }

  /** What a {@code from} names, if that can be read. */
  Optional<Rollups.Read> find(Value value) {
    Optional<String> name = value.text();
    if (name.isEmpty() || readable.containsKey(name.get())) {
      return name.map(readable::get);
    }
    if (gold.contains(name.get())) {
      value.report(
          "gold table '"
              + name.get()
              + "' does not stand above this one; a table reads silver or gold tables above it");
    } else {
      value.report(
          "unknown silver analytic or gold table '"
              + name.get()
              + "'"
              + NearestName.hint(name.get(), readable.keySet().stream().sorted().toList()));
    }
    return Optional.empty();
  }

  /**
   * Checks that the rows of a gold table make sense in a table over it: its periods are of one
   * kind, or they would count twice, and each lies in one period of every kind that is formed of
   * them.
   *
   * @param from where the source is named
   * @param span of the table that reads it
   */
  void check(Rollups.Read source, Value from, Span span) {
    Optional<Rollup> table = source.rollup();
    if (!gold.contains(source.name()) || table.isEmpty()) {
      return;
    }
    if (!(table.get().span() instanceof Span.Calendar rows)) {
      from.report(
          "gold table '"
              + source.name()
              + "' has no 'calendar'; only a table with calendar periods can be read");
    } else if (rows.kinds().size() != 1) {
      from.report(
          "gold table '"
              + source.name()
              + "' has rows of each "
              + rows.kinds().stream().map(PeriodKind::text).collect(Collectors.joining(", "))
              + ", which would count the same more than once; only a table with one kind of period"
              + " can be read");
    } else if (!(span instanceof Span.Calendar periods)) {
      from.report("a table over a gold table needs a 'calendar', such as [month]");
    } else {
      PeriodKind kind = rows.kinds().get(0);
      periods.kinds().stream()
          .filter(wider -> !kind.nestsIn(wider))
          .forEach(
              wider ->
                  from.report(
                      "gold table '"
                          + source.name()
                          + "' has a row each "
                          + kind.text()
                          + ", and not every "
                          + kind.text()
                          + " lies within one "
                          + wider.text()));
    }
  }
}
