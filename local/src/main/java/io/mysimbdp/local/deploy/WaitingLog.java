package io.mysimbdp.local.deploy;

import io.mysimbdp.batch.trigger.TriggerListener;
import io.mysimbdp.batch.trigger.TriggerStep;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says what a dataset waits for, again and again while it waits for long: a transaction that is
 * never ended, or a loader that does not go on, must not pass in silence. Not thread-safe.
 */
final class WaitingLog implements TriggerListener {
  /** A checkpoint, a restart of a job or of a server take less. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private final Consumer<String> log;
  private String waits;
  private long since;
  private long said;

  /**
   * @param nanos the clock, as {@link System#nanoTime}
   */
  WaitingLog(LongSupplier nanos, Consumer<String> log) {
    this.nanos = nanos;
    this.log = log;
  }

  @Override
  public void reached(TriggerStep step, String dataset) {
    waits = null;
  }

  @Override
  public void waiting(String dataset, String reason) {
    if (dataset == null) {
      waits = null;
      return;
    }
    long now = nanos.getAsLong();
    if (!dataset.equals(waits)) {
      waits = dataset;
      since = now;
      said = now;
    } else if (now - said >= PATIENCE.toNanos()) {
      said = now;
      log.accept(
          "dataset %s has been waiting for %d s: %s"
              .formatted(dataset, Duration.ofNanos(now - since).toSeconds(), reason));
    }
  }
}
