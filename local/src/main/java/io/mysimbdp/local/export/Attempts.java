package io.mysimbdp.local.export;

import com.datastax.oss.driver.api.core.DriverException;
import io.mysimbdp.platform.coredms.CoreDmsException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * Reads once more what a server did not give. The run before it may have taken hours, and a server
 * that was killed is back within a minute or two.
 *
 * @param pauses between attempts
 * @param progress is told of each attempt that failed, in one line
 */
public record Attempts(List<Duration> pauses, Consumer<String> progress) {
  private static final List<Duration> TWO_MINUTES =
      Stream.of(1L, 2L, 4L, 8L, 16L, 32L, 60L).map(Duration::ofSeconds).toList();

  public Attempts {
    pauses = List.copyOf(pauses);
  }

  /** For a server that may have died. */
  public static Attempts forTwoMinutes(Consumer<String> progress) {
    return new Attempts(TWO_MINUTES, progress);
  }

  /** Something that does no harm if it is done again. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does it until it has succeeded.
   *
   * @throws RuntimeException by which the last attempt failed
   * @throws IOException at once: a file that cannot be written is no server's fault
   */
  public <T> T of(Work<T> work) throws IOException, InterruptedException {
    for (Duration pause : pauses) {
      try {
        return work.run();
      } catch (DriverException | CoreDmsException | KafkaException e) {
        progress.accept("%s; once more in %d s".formatted(e.getMessage(), pause.toSeconds()));
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    }
    return work.run();
  }
}
