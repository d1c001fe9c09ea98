package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir Path directory;

  @Test
  void nothingInItsScratchDirectoriesOutlivesAProgram() throws IOException {
    Path scratch = directory.resolve("scratch");
    Files.createDirectories(scratch.resolve("blobs"));
    Files.writeString(scratch.resolve("blobs/job.jar"), "of a life before");
    Child child = Child.start(sleeper(scratch), GuardJar.write(directory), new LogFiles(directory));
    try {
      assertThat(scratch).isEmptyDirectory();
    } finally {
      child.stop(Duration.ZERO);
    }
  }

  private static JavaCommand sleeper(Path scratch) {
    JavaCommand sleeper = Owner.sleeper("child");
    return new JavaCommand(
        sleeper.name(),
        sleeper.classPath(),
        sleeper.mainClass(),
        sleeper.jvmOptions(),
        sleeper.arguments(),
        Map.of(),
        List.of(scratch));
  }
}
