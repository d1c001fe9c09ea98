package io.mysimbdp.emulator;

/** Told about twice a second how far an emulation has got, and at its end; in its own thread. */
@FunctionalInterface
public interface ProgressListener {
  ProgressListener SILENT = progress -> {};

  void progressed(Progress progress);
}
