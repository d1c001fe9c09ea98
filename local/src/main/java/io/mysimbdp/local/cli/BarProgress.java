package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.Progress;
import io.mysimbdp.local.run.RunProgress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress as a bar on a terminal. */
final class BarProgress implements RunProgress {
  /** Set by the launcher, which knows where the output goes. */
  private static final String TERMINAL = "mysimbdp.terminal";

  private static final int EVERY_MS = 250;

  private final PrintWriter out;
  private Progress.Phase phase;
  private ProgressBar bar;

  BarProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void step(String what) {
    closeBar();
    out.println(what);
    out.flush();
  }

  @Override
  public synchronized void sending(Progress progress) {
    if (progress.phase() != phase) {
      closeBar();
      phase = progress.phase();
      if (phase != Progress.Phase.DONE) {
        bar =
            new ProgressBarBuilder()
                .setTaskName(phase == Progress.Phase.SURVEY ? "reading" : "sending")
                .setInitialMax(progress.total())
                .setUnit(" records", 1)
                .setUpdateIntervalMillis(EVERY_MS)
                .showSpeed()
                .build();
      }
    }
    if (bar != null) {
      bar.maxHint(progress.total());
      bar.stepTo(progress.records());
    }
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** The kind of progress that suits where the output goes. */
  static RunProgress of(PrintWriter out) {
    return Boolean.getBoolean(TERMINAL) ? new BarProgress(out) : new LineProgress(out);
  }
}
