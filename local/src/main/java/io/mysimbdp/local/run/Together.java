package io.mysimbdp.local.run;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts of a run that are at work at the same time, and of which none may fail. */
final class Together {
  private Together() {}

  /** Is asked every second, and fails if there is no use in waiting. */
  @FunctionalInterface
  interface Check {
    void check() throws RunFailedException, InterruptedException;
  }

  /**
   * Waits for a part.
   *
   * @param beside another part, which may end well before or later
   * @throws Exception by which one of the two has failed, or the check
   */
  static <T> T await(Future<T> part, Future<?> beside, Check check) throws Exception {
    while (true) {
      if (beside.isDone()) {
        resultOf(beside, 0);
      }
      try {
        return resultOf(part, 1);
      } catch (TimeoutException e) {
        check.check();
      }
    }
  }

  private static <T> T resultOf(Future<T> part, long seconds) throws Exception {
    try {
      return part.get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw new IOException("the run broke: " + e.getCause(), e);
    }
  }
}
