package io.mysimbdp.local.endtoend.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The state that all connections of a link share. */
final class Road {
  private boolean cut;
  private volatile long delayNanos;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong delayed = new AtomicLong();

  synchronized void cut() {
    forget();
    cut = true;
  }

  void delay(Duration by) {
    forget();
    delayNanos = by.toNanos();
  }

  synchronized void heal() {
    cut = false;
    delayNanos = 0;
    notifyAll();
  }

  private void forget() {
    held.set(0);
    refused.set(0);
    delayed.set(0);
  }

  synchronized boolean isCut() {
    return cut;
  }

  /** When a piece that comes now may go on, as {@link System#nanoTime}. */
  long due() {
    if (delayNanos > 0) {
      delayed.incrementAndGet();
    }
    return System.nanoTime() + delayNanos;
  }

  /** Waits until the road is open. */
  synchronized void pass() throws InterruptedException {
    if (cut) {
      held.incrementAndGet();
    }
    while (cut) {
      wait();
    }
  }

  void refused() {
    refused.incrementAndGet();
  }

  Disturbance disturbance() {
    return new Disturbance(held.get(), refused.get(), delayed.get());
  }
}
