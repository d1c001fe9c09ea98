package io.mysimbdp.local.process;

import java.io.IOException;

/**
 * A Java agent that ends its JVM when the owner of its standard input is gone. The owner keeps the
 * other end of that pipe open and never writes; the kernel closes it however the owner dies, also
 * by {@code kill -9}, and so no server outlives the one who started it.
 *
 * <p>It is loaded into foreign servers and therefore uses nothing but the JDK.
 */
public final class Guard {
  /** Exit status of a JVM whose owner is gone. */
  static final int OWNER_GONE = 113;

  private Guard() {}

  /** Called by the JVM before the server's {@code main}. */
  public static void premain(String arguments) {
    Thread watch = new Thread(Guard::awaitEndOfInput, "mysimbdp-guard");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes; only the end matters.
      }
    } catch (IOException e) {
      // A broken pipe means the same as its end.
    }
    // Not exit: shutdown hooks could hang, and every server here recovers from a hard stop.
    Runtime.getRuntime().halt(OWNER_GONE);
  }
}
