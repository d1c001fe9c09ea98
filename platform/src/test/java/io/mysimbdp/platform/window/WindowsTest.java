package io.mysimbdp.platform.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is computed of windows equals writing all windows down and looking. */
class WindowsTest {
  private static final List<String> ROUGH = List.of("PT15M", "PT1H", "PT2H", "PT12H", "PT24H");

  /** A window, from start to before end. */
  private record Window(long start, long end) {
    boolean contains(long time) {
      return start <= time && time < end;
    }
  }

  @Property
  void inUtc(
      @ForAll @IntRange(min = 0, max = 5) int divisor,
      @ForAll @IntRange(min = 0, max = 40) int more,
      @ForAll @LongRange(min = -200, max = 200) long time,
      @ForAll @LongRange(min = -200, max = 200) long closed) {
    long slide = List.of(1, 2, 3, 4, 6, 12).get(divisor);
    long size = slide + more;
    Windows windows =
        Windows.sliding(Duration.ofMillis(size), Duration.ofMillis(slide), ZoneOffset.UTC);
    List<Window> all = new ArrayList<>();
    for (long start = -1200; start <= 1200; start += slide) {
      all.add(new Window(start, start + size));
    }
    check(windows, all, time, closed);
  }

  @Provide
  Arbitrary<ClockChanges.Case> cases() {
    return Combinators.combine(Arbitraries.of(ClockChanges.DAYS), Arbitraries.of(ROUGH))
        .as(ClockChanges.Case::of);
  }

  @Property(tries = 200)
  void whereClocksChange(
      @ForAll("cases") ClockChanges.Case one,
      @ForAll @IntRange(min = 1, max = 4) int steps,
      @ForAll @IntRange(min = 86_400_000, max = 259_199_999) int sinceThen,
      @ForAll @IntRange(min = -20_000_000, max = 100_000_000) int closedAhead) {
    List<Long> boundaries = List.copyOf(one.boundaries());
    List<Window> all = new ArrayList<>();
    for (int i = 0; i + steps < boundaries.size(); i++) {
      all.add(new Window(boundaries.get(i), boundaries.get(i + steps)));
    }
    Windows windows = new ZonedWindows(one.grid(), steps);
    long time = one.from() + sinceThen;
    // Of long windows few are written down; then only some times lie in windows that all are.
    if (!all.isEmpty() && all.get(0).end() <= time && all.get(all.size() - 1).start() > time) {
      check(windows, all, time, time + closedAhead);
    }
  }

  @Property(tries = 200)
  void cumulative(
      @ForAll("cases") ClockChanges.Case one,
      @ForAll @IntRange(min = 86_400_000, max = 259_199_999) int sinceThen,
      @ForAll @IntRange(min = -20_000_000, max = 100_000_000) int closedAhead) {
    TreeSet<Long> steps = new TreeSet<>(one.boundaries());
    TreeSet<Long> days =
        new TreeSet<>(
            new ClockChanges.Case(one.zone(), one.day(), Duration.ofDays(1)).boundaries());
    List<Window> all = new ArrayList<>();
    for (long start : days.headSet(days.last())) {
      for (long end : steps.subSet(start, false, days.higher(start), true)) {
        all.add(new Window(start, end));
      }
    }
    Windows windows = Windows.cumulative(Duration.ofDays(1), one.step(), one.zone());
    long time = one.from() + sinceThen;
    long closed = time + closedAhead;
    long join = check(windows, all, time, closed);
    assertThat(windows.joined(time, join)).isEqualTo(join == Windows.NONE ? 0 : 1);
    assertThat(windows.partStart(time)).isEqualTo(days.floor(time));
  }

  private static long check(Windows windows, List<Window> all, long time, long closed) {
    List<Window> of = all.stream().filter(window -> window.contains(time)).toList();
    assertThat(windows.firstEnd(time)).isEqualTo(of.get(0).end());
    assertThat(windows.lastEnd(time)).isEqualTo(of.get(of.size() - 1).end());
    for (int i = 0; i < of.size(); i++) {
      assertThat(windows.start(of.get(i).end())).isEqualTo(of.get(i).start());
      if (i > 0) {
        assertThat(windows.previousEnd(of.get(i).end())).isEqualTo(of.get(i - 1).end());
        assertThat(windows.nextEnd(of.get(i - 1).end())).isEqualTo(of.get(i).end());
      }
    }
    assertThat(windows.count(of.get(0).end(), of.get(of.size() - 1).end())).isEqualTo(of.size());

    List<Window> open = of.stream().filter(window -> window.end() > closed).toList();
    long join = windows.firstJoin(time, closed);
    assertThat(join).isEqualTo(open.isEmpty() ? Windows.NONE : open.get(0).end());
    if (!windows.isCumulative()) {
      assertThat(windows.joined(time, join)).isEqualTo(open.size());
    }

    long slice = windows.sliceStart(time);
    assertThat(time).isGreaterThanOrEqualTo(slice).isLessThan(windows.sliceEnd(time));
    for (long inSlice : List.of(slice, windows.sliceEnd(time) - 1)) {
      assertThat(windows.firstEnd(inSlice)).isEqualTo(windows.firstEnd(time));
      assertThat(windows.lastEnd(inSlice)).isEqualTo(windows.lastEnd(time));
    }
    return join;
  }

  @Example
  void aCursorSaysTheSame() {
    Windows windows =
        Windows.sliding(Duration.ofHours(3), Duration.ofHours(1), ZoneId.of("Europe/Athens"));
    SliceCursor cursor = new SliceCursor(windows);
    long start = ClockChanges.Case.of("Europe/Athens 2024-10-27", "PT1H").from();
    for (int i = 0; i < 5000; i++) {
      long time = start + (i * 7_777_777L) % 300_000_000;
      cursor.moveTo(time);
      assertThat(cursor.partStart()).isEqualTo(windows.sliceStart(time));
      assertThat(cursor.firstEnd()).isEqualTo(windows.firstEnd(time));
      assertThat(cursor.lastEnd()).isEqualTo(windows.lastEnd(time));
      assertThat(cursor.joined(cursor.firstEnd())).isEqualTo(3);
      assertThat(cursor.joined(cursor.lastEnd())).isEqualTo(1);
      assertThat(cursor.joined(Windows.NONE)).isZero();
    }
  }
}
