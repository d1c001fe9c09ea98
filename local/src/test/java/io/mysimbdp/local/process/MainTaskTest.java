package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTaskTest {
  @TempDir Path directory;

  @Test
  void aProcessWhoseTaskFailsSaysSoAndEndsWhateverThreadsThereAre() throws Exception {
    Path out = directory.resolve("out");
    Process process =
        new ProcessBuilder(
                JavaCommand.javaExecutable(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.log.io.mysimbdp=info",
                "-cp",
                System.getProperty("java.class.path"),
                Clinging.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it has ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(MainTask.ENDED);
      assertThat(Files.readString(out)).contains("clinging ends").contains("made up");
    } finally {
      process.destroyForcibly();
    }
  }
}
