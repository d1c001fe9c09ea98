package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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
  void waitsLongerTheMoreOftenItFails() {
    assertThat(Keeper.backOff(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(Keeper.backOff(4)).isEqualTo(Duration.ofMillis(800));
    assertThat(Keeper.backOff(50)).isEqualTo(Duration.ofSeconds(30));
  }
}
