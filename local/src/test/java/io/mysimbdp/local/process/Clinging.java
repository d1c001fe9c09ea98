package io.mysimbdp.local.process;

import java.util.concurrent.CountDownLatch;

/** A program whose task fails while a thread that is no daemon lives on. */
public final class Clinging {
  private Clinging() {}

  public static void main(String[] args) {
    MainTask.run(
        "clinging",
        () -> {
          new Thread(Clinging::waitForEver).start();
          throw new NoClassDefFoundError("made up");
        });
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
