package io.mysimbdp.emulator;

/** Tells a listener now and then; asking it to costs next to nothing in between. */
final class ProgressTicker {
  private static final long EVERY_NANOS = 500_000_000L;

  private final ProgressListener listener;
  private Progress.Phase phase;
  private long phaseStart;
  private long last;

  ProgressTicker(ProgressListener listener) {
    this.listener = listener;
  }

  /** Tells if a phase begins or half a second has passed since the last time. */
  void tick(Progress.Phase current, long records, long total, double share) {
    long now = System.nanoTime();
    if (current != phase) {
      phase = current;
      phaseStart = now;
      listener.progressed(new Progress(phase, records, total, share, 0));
      last = now;
    } else if (now - last >= EVERY_NANOS) {
      last = now;
      double perSecond = records * 1e9 / Math.max(1, now - phaseStart);
      listener.progressed(new Progress(phase, records, total, share, perSecond));
    }
  }

  /** Tells at once; the rate is that of the phase before. */
  void tell(Progress.Phase current, long records, long total, double share) {
    double perSecond = records * 1e9 / Math.max(1, System.nanoTime() - phaseStart);
    listener.progressed(new Progress(current, records, total, share, perSecond));
  }
}
