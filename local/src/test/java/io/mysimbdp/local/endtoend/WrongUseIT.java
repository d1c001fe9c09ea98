package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Finished;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to see who asks for the impossible: one clear line, and the right status. */
class WrongUseIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path home;
  private CommandLine commands;

  @BeforeEach
  void noStackRuns() {
    commands = new CommandLine(home);
  }

  @Test
  void anUnknownTenantIsNamedBesideTheKnownOnes() throws IOException {
    Path file = Files.writeString(home.resolve("a.csv"), "0,vm,1.0,2.0,1.5\n");
    wrong("vm-cpu", "run", "vm-cqu", "--input", file.toString(), "--export", home.toString());
  }

  @Test
  void aMissingFileIsNamed() {
    wrong("nowhere.csv", "run", "vm-cpu", "--input", "nowhere.csv", "--export", home.toString());
  }

  @Test
  void aNegativeParallelismIsRefused() throws IOException {
    Path file = Files.writeString(home.resolve("a.csv"), "0,vm,1.0,2.0,1.5\n");
    wrong(
        "parallelism",
        "run",
        "vm-cpu",
        "--input",
        file.toString(),
        "--export",
        home.toString(),
        "--parallelism",
        "0");
  }

  @Test
  void anUnknownOptionOrCommandIsNamed() {
    wrong("--colour", "up", "--colour");
    wrong("frobnicate", "frobnicate");
  }

  @Test
  void withoutAStackThereIsNothingToDeployToOrFeed() {
    for (List<String> command :
        List.of(
            List.of("deploy", "vm-cpu"),
            List.of("undeploy", "vm-cpu"),
            List.of("emulate", "vm-cpu", "--synthetic"),
            List.of("batch", "vm-cpu", "--all"))) {
      Finished finished = run(command.toArray(String[]::new));
      assertThat(finished.exit()).as("%s", finished).isEqualTo(2);
      assertThat(finished.err().strip().lines()).as("%s", finished).hasSize(1);
      assertThat(finished.err()).contains("mysimbdp up");
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      wrong(port, "up", "--kafka-port", port);
    }
  }

  @Test
  void helpTellsOfEveryCommand() {
    Finished help = run("--help").succeeded();
    assertThat(help.out())
        .contains("demo", "up", "down", "status", "check", "run", "deploy", "undeploy", "emulate")
        .contains("batch");
  }

  private void wrong(String named, String... arguments) {
    Finished finished = run(arguments).ended(2);
    assertThat(finished.err()).as("%s", finished).contains(named);
    assertThat(finished.err().strip().lines().filter(line -> !line.startsWith("Try ")))
        .as("%s", finished)
        .hasSize(1);
  }

  private Finished run(String... arguments) {
    return commands.start(arguments).await(PATIENCE);
  }
}
