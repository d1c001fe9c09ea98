package io.mysimbdp.stream.slice;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;
import io.mysimbdp.platform.rollup.RollupProgram;
import io.mysimbdp.platform.window.Windows;
import java.util.List;

/**
 * The programs of a stream's windowed analytics, by the number that group keys and the gate's
 * arrays have for them: the analytic's place among those of its stream.
 */
final class StreamPrograms {
  private final RollupProgram[] programs;
  private final Windows[] windows;

  StreamPrograms(List<Rollup> analytics) {
    programs = new RollupProgram[analytics.size()];
    windows = new Windows[analytics.size()];
    for (int i = 0; i < programs.length; i++) {
      if (analytics.get(i).span() instanceof Span.Windowed windowed) {
        programs[i] = new RollupProgram(analytics.get(i), i);
        windows[i] = windowed.windows();
      }
    }
  }

  /** How many analytics the stream has, with and without windows. */
  int size() {
    return programs.length;
  }

  /** The program of an analytic, or null if it has no windows. */
  RollupProgram program(int analytic) {
    return programs[analytic];
  }

  /** The windows of an analytic that has some. */
  Windows windows(int analytic) {
    return windows[analytic];
  }
}
