package io.mysimbdp.local.endtoend.stack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a server of the stack away for as long as this is open: it is killed, and killed again
 * whenever the supervisor has started it, long before it can serve.
 */
public final class Away implements AutoCloseable {
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

  /** The server with this name, as in the stack's state, goes away. */
  public static Away of(Stack stack, String server) {
    return new Away(stack, server);
  }

  /** It may come back; its supervisor starts it within half a minute. */
  @Override
  public void close() {
    boolean died = killing.isDone();
    executor.shutdownNow();
    if (died) {
      throw new IllegalStateException("the server was not kept away: " + killing);
    }
  }
}
