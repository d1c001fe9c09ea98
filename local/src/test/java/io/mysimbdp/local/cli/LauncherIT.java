package io.mysimbdp.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.stack.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, as a user calls it. */
class LauncherIT {
  private static final Path LAUNCHER = Project.find().root().resolve("mysimbdp");

  @TempDir Path directory;

  private record Outcome(int status, String text) {}

  private Outcome run(Path launcher, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder().directory(directory.toFile());
    builder.command().add(launcher.toString());
    builder.command().addAll(java.util.List.of(words));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Path output = directory.resolve("output");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  @Test
  void worksFromAnywhereAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), LAUNCHER);
    Outcome help = run(link, Map.of(), "--help");
    assertThat(help.status()).as(help.text()).isEqualTo(0);
    assertThat(help.text()).contains("Usage: mysimbdp");
    Outcome status = run(link, Map.of("MYSIMBDP_HOME", directory.toString()), "status");
    assertThat(status.status()).isEqualTo(1);
    assertThat(status.text()).contains("No stack is running in " + directory);
  }

  @Test
  void namesTheJavaThatItFoundAndTheOneThatItNeeds() throws Exception {
    for (String version : new String[] {"11.0.2", "21.0.1", "1.8.0_292"}) {
      Path java = Files.createDirectories(directory.resolve(version).resolve("bin"));
      Files.writeString(
          directory.resolve(version).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      assertThat(Files.createFile(java.resolve("java")).toFile().setExecutable(true)).isTrue();
      Outcome outcome =
          run(LAUNCHER, Map.of("JAVA_HOME", directory.resolve(version).toString()), "--help");
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.text())
          .hasLineCount(1)
          .startsWith("mysimbdp: Java 17 is needed, but ")
          .contains("is Java " + version)
          .contains("Install a JDK 17");
    }
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    Outcome outcome = run(LAUNCHER, Map.of("JAVA_HOME", "/nowhere"), "--help");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.text()).hasLineCount(1).contains("JAVA_HOME is /nowhere");
  }

  @Test
  void explainsTheChaosSuiteAndItsWrongUseWithoutBuildingAnything() throws Exception {
    Outcome help = run(LAUNCHER, Map.of(), "chaos", "--help");
    assertThat(help.status()).as(help.text()).isEqualTo(0);
    assertThat(help.text()).contains("For developers").contains("--seed S");
    assertWrong("chaos knows no '--fault'", "chaos", "--fault", "3");
    assertWrong("--faults needs a value", "chaos", "--faults");
    assertWrong("--seed is a number, not 'x'", "chaos", "--seed=x");
    assertWrong("--tenants is a list such as", "chaos", "--tenants", "a b");
    assertWrong("--cells is a list such as", "chaos", "--cells", "broker;true");
  }

  private void assertWrong(String complaint, String... words) throws Exception {
    Outcome outcome = run(LAUNCHER, Map.of(), words);
    assertThat(outcome.status()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.text()).hasLineCount(1).contains(complaint).contains("chaos --help");
  }
}
