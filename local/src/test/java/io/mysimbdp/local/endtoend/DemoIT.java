package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a newcomer tries. */
class DemoIT {
  @TempDir private Path home;

  @Test
  void theDemoShowsSilverGoldAndABalancedLedgerAndLeavesNoProcess() {
    Finished demo = new CommandLine(home).start("demo").await(Duration.ofMinutes(5)).succeeded();

    assertThat(demo.out())
        .contains("vm_cpu_windows", "vm_cpu_rolling", "vm_cpu_spikes", "vm_recommendations")
        .containsIgnoringCase("ledger")
        .containsIgnoringCase("balance");
    assertThat(processesOfThisHome()).isEmpty();
  }

  private List<String> processesOfThisHome() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(home.toString()))
        .toList();
  }
}
