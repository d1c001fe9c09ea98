package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepersTest {
  private static final String NAME = "kept";

  @TempDir Path directory;
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void end() {
    scheduler.shutdownNow();
  }

  @Test
  void whatCannotBeStartedIsNotKeptAndMayBeTriedAgain() throws IOException {
    Keepers keepers = new Keepers(() -> false);
    LogFiles logs = new LogFiles(directory.resolve("logs"));
    Files.createDirectories(logs.directory());
    Path inTheWay = Files.createFile(logs.temporary());

    assertThatThrownBy(() -> keepers.start(keeper(logs))).isInstanceOf(IOException.class);
    assertThat(keepers.has(NAME)).isFalse();

    Files.delete(inTheWay);
    keepers.start(keeper(logs));
    Keeper kept = keepers.remove(NAME).orElseThrow();
    assertThat(kept.child()).isNotNull();
    kept.stop(Duration.ofSeconds(10));
  }

  @Test
  void whoeverIsClosingStartsNothing() throws IOException {
    Keepers keepers = new Keepers(() -> true);
    keepers.start(keeper(new LogFiles(directory)));
    assertThat(keepers.all()).singleElement().extracting(Keeper::child).isNull();
  }

  private Keeper keeper(LogFiles logs) throws IOException {
    return new Keeper(Owner.sleeper(NAME), GuardJar.write(directory), logs, scheduler, () -> {});
  }
}
