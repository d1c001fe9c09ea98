package io.mysimbdp.platform.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A set of days. Immutable. */
public final class DaySet implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final DaySet EMPTY = new DaySet(new LocalDate[0]);

  /** Ascending, each once. */
  private final LocalDate[] days;

  /**
   * Days that follow each other.
   *
   * @param count how many
   */
  public record Run(LocalDate first, int count) {}

  private DaySet(LocalDate[] days) {
    this.days = days;
  }

  public static DaySet of(Collection<LocalDate> days) {
    return new DaySet(days.stream().distinct().sorted().toArray(LocalDate[]::new));
  }

  /** The days of several runs. */
  public static DaySet ofRuns(Collection<Run> runs) {
    return of(
        runs.stream().flatMap(r -> r.first().datesUntil(r.first().plusDays(r.count()))).toList());
  }

  public boolean contains(LocalDate day) {
    return Arrays.binarySearch(days, day) >= 0;
  }

  public boolean isEmpty() {
    return days.length == 0;
  }

  /** In their order. */
  public Stream<LocalDate> stream() {
    return Arrays.stream(days);
  }

  /** The earliest; there is one unless the set is empty. */
  public LocalDate first() {
    return days[0];
  }

  /** Whether any day lies between two, both included. */
  public boolean anyBetween(LocalDate from, LocalDate to) {
    int found = Arrays.binarySearch(days, from);
    int next = found < 0 ? -found - 1 : found;
    return next < days.length && !days[next].isAfter(to);
  }

  /** The days as the fewest runs, in their order. */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    LocalDate first = null;
    LocalDate end = null;
    for (LocalDate day : days) {
      if (first == null || !day.equals(end)) {
        addRun(runs, first, end);
        first = day;
      }
      end = day.plusDays(1);
    }
    addRun(runs, first, end);
    return runs;
  }

  private static void addRun(List<Run> runs, LocalDate first, LocalDate end) {
    if (first != null) {
      runs.add(new Run(first, (int) (end.toEpochDay() - first.toEpochDay())));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DaySet set && Arrays.equals(days, set.days);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(days);
  }

  @Override
  public String toString() {
    return Arrays.toString(days);
  }
}
