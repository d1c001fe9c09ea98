package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
  @TempDir Path directory;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void end() {
    scheduler.shutdownNow();
  }

  @Test
  void startsAgainWhatDiesAndNotWhatIsStopped() throws Exception {
    Keeper keeper =
        new Keeper(
            Owner.sleeper("kept"),
            GuardJar.write(directory),
            new LogFiles(directory),
            scheduler,
            () -> {});
    keeper.start();
    long first = keeper.child().id().pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> keeper.child() != null && keeper.child().id().pid() != first);
    assertThat(keeper.restarts()).isEqualTo(1);
    ProcessId second = keeper.child().id();
    keeper.stop(Duration.ofSeconds(10));
    assertThat(second.isAlive()).isFalse();
    assertThat(keeper.child()).isNull();
  }

  @Test
  void startsAgainWhateverAStartHasFailedBy() throws Exception {
    Deque<Throwable> troubles =
        new ArrayDeque<>(
            List.of(
                new IOException("Cannot allocate memory"),
                new OutOfMemoryError("unable to create native thread"),
                new IllegalStateException("anything else")));
    AtomicBoolean inTrouble = new AtomicBoolean();
    Path guard = GuardJar.write(directory);
    Keeper keeper =
        new Keeper(
            "kept",
            () -> {
              if (inTrouble.get() && !troubles.isEmpty()) {
                throwAsItIs(troubles.remove());
              }
              return Child.start(Owner.sleeper("kept"), guard, new LogFiles(directory));
            },
            scheduler,
            () -> {});
    keeper.start();
    inTrouble.set(true);
    ProcessId first = keeper.child().id();
    first.handle().orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> keeper.child() != null && !keeper.child().id().equals(first));
    assertThat(troubles).isEmpty();
    assertThat(keeper.restarts()).isEqualTo(4);
    keeper.stop(Duration.ofSeconds(10));
  }

  private static void throwAsItIs(Throwable trouble) throws IOException {
    if (trouble instanceof IOException io) {
      throw io;
    }
    if (trouble instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) trouble;
  }

  @Test
  void waitsLongerTheMoreOftenItFails() {
    assertThat(Keeper.backOff(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(Keeper.backOff(4)).isEqualTo(Duration.ofMillis(800));
    assertThat(Keeper.backOff(50)).isEqualTo(Duration.ofSeconds(30));
  }
}
