package io.mysimbdp.platform.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The arithmetic of windows equals writing all windows down and looking. */
class WindowsTest {

  @Property
  void joinsExactlyTheOpenWindowsThatContainTheTime(
      @ForAll @IntRange(min = 1, max = 12) int slide,
      @ForAll @IntRange(min = 0, max = 40) int more,
      @ForAll @LongRange(min = -200, max = 200) long time,
      @ForAll @LongRange(min = -200, max = 200) long closed) {
    Windows windows = new Windows(slide + more, slide);
    List<Long> ends = new ArrayList<>();
    for (long start = -1200L / slide * slide; start <= time; start += slide) {
      if (start <= time && time < start + windows.size()) {
        ends.add(start + windows.size());
      }
    }
    List<Long> open = ends.stream().filter(end -> end > closed).toList();

    assertThat(windows.firstEnd(time)).isEqualTo(ends.get(0));
    assertThat(windows.lastEnd(time)).isEqualTo(ends.get(ends.size() - 1));
    long join = windows.firstJoin(time, closed);
    assertThat(join).isEqualTo(open.isEmpty() ? Windows.NONE : open.get(0));
    assertThat(windows.joined(time, join)).isEqualTo(open.size());
  }

  @Property
  void noWindowCutsASlice(
      @ForAll @IntRange(min = 1, max = 12) int slide,
      @ForAll @IntRange(min = 0, max = 40) int more,
      @ForAll @LongRange(min = -200, max = 200) long time) {
    Windows windows = new Windows(slide + more, slide);
    long slice = windows.sliceStart(time);
    assertThat(time).isBetween(slice, slice + windows.slice() - 1);
    for (long inSlice = slice; inSlice < slice + windows.slice(); inSlice++) {
      assertThat(windows.firstEnd(inSlice)).isEqualTo(windows.firstEnd(time));
      assertThat(windows.lastEnd(inSlice)).isEqualTo(windows.lastEnd(time));
    }
  }
}
