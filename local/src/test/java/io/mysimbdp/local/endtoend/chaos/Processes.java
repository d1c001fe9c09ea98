package io.mysimbdp.local.endtoend.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is done to processes, and that it is done. */
final class Processes {
  private static final Duration END_WITHIN = Duration.ofSeconds(60);

  private Processes() {}

  /** SIGKILL to all of them at once; returns when all have ended. */
  static void kill(List<ProcessHandle> victims) throws InterruptedException {
    victims.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle victim : victims) {
      if (!endsWithin(victim, END_WITHIN)) {
        throw new IllegalStateException("process " + victim.pid() + " outlives SIGKILL");
      }
    }
  }

  /**
   * SIGTERM; kills it if that is no use.
   *
   * @return whether it ended by itself
   */
  static boolean stop(ProcessHandle victim) throws InterruptedException {
    victim.destroy();
    if (endsWithin(victim, END_WITHIN)) {
      return true;
    }
    kill(List.of(victim));
    return false;
  }

  /** Waits for the end of a process; false if it takes longer. */
  static boolean endsWithin(ProcessHandle victim, Duration span) throws InterruptedException {
    try {
      victim.onExit().get(span.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot watch process " + victim.pid(), e);
    }
  }
}
