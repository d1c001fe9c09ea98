package io.mysimbdp.local.endtoend.stack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a server of the stack away for a while: it is killed, and killed again whenever the
 * supervisor has started it, long before it can serve.
 */
public final class Away {
  private static final long LOOK_EVERY_MS = 50;

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> killing;

  private Away(Stack stack, String server) {
    this.killing =
        executor.scheduleWithFixedDelay(
            () -> stack.processes(server).forEach(ProcessHandle::destroyForcibly),
            0,
            LOOK_EVERY_MS,
            TimeUnit.MILLISECONDS);
  }

  /** Does something while the server with this name, as in the stack's state, is away. */
  public static void during(Stack stack, String server, Runnable action) {
    Away away = new Away(stack, server);
    try {
      action.run();
    } finally {
      away.end();
    }
  }

  /** It may come back; its supervisor starts it within half a minute. */
  private void end() {
    boolean died = killing.isDone();
    executor.shutdownNow();
    if (died) {
      throw new IllegalStateException("the server was not kept away: " + killing);
    }
  }
}
