package io.mysimbdp.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command line says when it is used wrongly: one line, status 2. */
class MainTest {
  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rum | there is no command 'rum'; did you mean 'run'?",
        "run vm-cpu | Missing required option: '--export=DIR'",
        "run vm-cqu --synthetic --export D | unknown tenant 'vm-cqu'; did you mean 'vm-cpu'?",
        "run vm-cpu --input /absent.csv --export D | there is no file /absent.csv",
        "run vm-cpu --export D | say either --input PATH or --synthetic",
        "run vm-cpu --synthetic --export D --rate fast | 'fast' is no rate",
        "run vm-cpu --synthetic --export D --order up | --order is event-time or file, not 'up'",
        "run vm-cpu --synthetic --export D --parallelism 0 | --parallelism must be 1 or more",
        "run vm-cpu --synthetic --export D --from now | 'now' is no time; write such as",
        "run vm-cpu --synthetic --export /dev/null/x | cannot create the directory /dev/null/x",
        "deploy vm-cpu --home D | no local stack is running in",
        "emulate vm-cpu --synthetic --home D | no local stack is running in",
        "emulate vm-cpu --synthetic --fault-kinds x --faults 1 | no fault is called 'x'",
        "tail vm-cpu vm_cpu_window --home D | has no 'vm_cpu_window'; did you mean",
        "batch vm-cpu | specify one of these",
        "batch vm-cpu --all --home D | no local stack is running in",
        "undeploy vm-cpu --home D | no local stack is running in",
        "replay vm-cpu --home D | no local stack is running in",
        "replay vm-cqu --home D | unknown tenant 'vm-cqu'; did you mean 'vm-cpu'?",
        "deploy vm-cpu --transaction-timeout soon | 'soon' is no duration; write such as",
        "check vm-cqu | there is no tenant and no file 'vm-cqu'; did you mean 'vm-cpu'?",
        "up --taskmanagers 0 --home D | --taskmanagers must be 1 or more, not 0",
        "up --taskmanagers x --home D | Invalid value for option '--taskmanagers'",
      })
  void wrongUseIsOneLineAndStatus2(String command, String message) {
    String[] words = command.strip().replace(" D", " " + directory).split(" ", -1);
    assertThat(run(words)).as(err.toString()).isEqualTo(2);
    assertThat(err.toString()).startsWith("mysimbdp: ").contains(message).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void withoutAStackDownAndStatusSaySo() {
    assertThat(run("down", "--home", directory.toString())).isEqualTo(0);
    assertThat(run("status", "--home", directory.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("No stack is running in " + directory);
  }

  @Test
  void aBrokenDefinitionIsListedWithPlaces() throws IOException {
    Path tenant = Files.createDirectories(directory.resolve("t1"));
    Files.writeString(tenant.resolve("tenant.yaml"), "tenant: t1\nsilwer: {}\n");
    assertThat(run("check", "t1", "--tenants", directory.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("tenant.yaml:2:1: ").contains("silver");
    assertThat(run("run", "t1", "--tenants", directory.toString(), "--synthetic", "--export", "x"))
        .isEqualTo(2);
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      assertThat(run(command, "--help")).isEqualTo(0);
    }
    assertThat(out.toString()).contains("Usage: mysimbdp run").contains("Usage: mysimbdp tail");
  }
}
