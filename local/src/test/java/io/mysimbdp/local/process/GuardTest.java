package io.mysimbdp.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
  @TempDir Path directory;

  @Test
  void aChildEndsWhenItsOwnerIsKilled() throws IOException {
    Process owner =
        new ProcessBuilder(
                JavaCommand.javaExecutable(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle child;
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8))) {
      child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      assertThat(child.isAlive()).isTrue();
      owner.destroyForcibly();
      await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    } finally {
      owner.destroyForcibly();
    }
  }

  @Test
  void theExitStatusSaysThatTheOwnerIsGone() throws Exception {
    Path jar = GuardJar.write(directory);
    Process child =
        new ProcessBuilder(Owner.sleeper("child").commandLine(jar, directory))
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    child.getOutputStream().close();
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(Guard.OWNER_GONE);
    assertThat(Files.size(jar)).isLessThan(10_000);
  }
}
