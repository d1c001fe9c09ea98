package io.mysimbdp.local.run;

import io.mysimbdp.emulator.Progress;

/** Is told how a run goes on; from several threads. */
public interface RunProgress {
  /** Something new begins, or has ended. */
  void step(String what);

  /** How far the sending is. */
  void sending(Progress progress);
}
