package io.mysimbdp.platform.gold;

import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which days and periods a batch run forms for one calendar table. The touched days are computed
 * anew from what the table reads; every period that holds one is formed from them and from the day
 * parts that earlier runs stored of its other days. Where rows repeat what the period before says,
 * the periods after these are formed too, and those before them are read.
 */
public final class Coverage {
  private final List<PeriodKind> kinds;
  private final DaySet touched;
  private final NavigableSet<Period> written = new TreeSet<>();
  private final NavigableSet<Period> needed = new TreeSet<>();

  /**
   * The coverage of a table with calendar periods.
   *
   * @param touched the days that are computed anew
   */
  public Coverage(Rollup table, DaySet touched) {
    this.kinds = ((Span.Calendar) table.span()).kinds();
    this.touched = touched;
    boolean previous = !table.refinement().previous().isEmpty();
    touched.stream().forEach(day -> kinds.forEach(kind -> write(Period.of(kind, day), previous)));
  }

  private void write(Period period, boolean previous) {
    written.add(period);
    needed.add(period);
    if (previous) {
      written.add(period.next());
      needed.add(period.next());
      needed.add(period.previous());
    }
  }

  /** The days that are computed anew. */
  public DaySet touched() {
    return touched;
  }

  /** The periods whose rows are replaced. */
  public NavigableSet<Period> written() {
    return Collections.unmodifiableNavigableSet(written);
  }

  /** Whether the part of this day is taken from what an earlier run stored. */
  public boolean takesStored(LocalDate day) {
    return !touched.contains(day)
        && kinds.stream().anyMatch(k -> needed.contains(Period.of(k, day)));
  }

  /** The periods that a day's part is added to. */
  public List<Period> periods(LocalDate day) {
    return kinds.stream().map(kind -> Period.of(kind, day)).filter(needed::contains).toList();
  }

  /** The days to which its rows belong where another table reads them. */
  public DaySet rowDays() {
    return DaySet.of(written.stream().map(Period::first).toList());
  }
}
