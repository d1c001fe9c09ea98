package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.Progress;
import io.mysimbdp.local.run.RunProgress;
import java.io.PrintWriter;
import java.util.Locale;

/** Progress as plain lines, a few a minute, for a file or another program. */
final class LineProgress implements RunProgress {
  private static final long EVERY_NANOS = 5_000_000_000L;

  private final PrintWriter out;
  private long last = System.nanoTime();

  LineProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void step(String what) {
    out.println(what);
    out.flush();
  }

  @Override
  public synchronized void sending(Progress progress) {
    long now = System.nanoTime();
    if (progress.phase() != Progress.Phase.DONE && now - last >= EVERY_NANOS) {
      last = now;
      step(text(progress));
    }
  }

  private static String text(Progress progress) {
    String verb = progress.phase() == Progress.Phase.SURVEY ? "looked through" : "sent";
    String of = progress.total() < 0 ? "" : String.format(Locale.ROOT, " of %,d", progress.total());
    return String.format(
        Locale.ROOT,
        "%s %,d%s records (%,.0f/s)",
        verb,
        progress.records(),
        of,
        progress.perSecond());
  }
}
