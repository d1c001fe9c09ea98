package io.mysimbdp.batch.flink;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long Flink may be away before it counts as gone. A JobManager that died is back within a
 * minute, with its jobs; who asks meanwhile asks again. Used by one thread.
 */
public final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final long PAUSE_MS = 1_000;

  private final Duration limit;
  private final LongSupplier nanoTime;
  private OptionalLong awaySince = OptionalLong.empty();

  public Patience() {
    this(LIMIT, System::nanoTime);
  }

  Patience(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
  }

  /** Something that needs Flink, and does no harm if it is done again. */
  @FunctionalInterface
  public interface Request<T> {
    T ask() throws IOException;
  }

  /** Flink has answered. */
  public void answered() {
    awaySince = OptionalLong.empty();
  }

  /**
   * Flink has not answered as it should. Returns if that is worth another try.
   *
   * @throws FlinkException if it refused, or has been away for too long
   */
  public void requireLeft(FlinkException e) {
    if (e.kind() != FlinkException.Kind.UNREACHABLE) {
      throw e;
    }
    long now = nanoTime.getAsLong();
    long since = awaySince.orElse(now);
    awaySince = OptionalLong.of(since);
    if (now - since > limit.toNanos()) {
      throw new FlinkException(
          e.kind(),
          ("Flink has been away for more than %d s. A JobManager that died would be back by now, see"
                  + " its log: %s")
              .formatted(limit.toSeconds(), e.getMessage()),
          e);
    }
  }

  /** The answer, however often it takes to ask, within the limit. */
  public static <T> T ask(Request<T> request) throws IOException, InterruptedException {
    return new Patience().repeat(request, PAUSE_MS);
  }

  <T> T repeat(Request<T> request, long pauseMs) throws IOException, InterruptedException {
    while (true) {
      try {
        return request.ask();
      } catch (FlinkException e) {
        requireLeft(e);
        TimeUnit.MILLISECONDS.sleep(pauseMs);
      }
    }
  }
}
