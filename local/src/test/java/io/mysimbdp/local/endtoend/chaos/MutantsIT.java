package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite sees a broken promise: for each there is a build that breaks it. */
@EnabledIfSystemProperty(named = "mysimbdp.it", matches = "long")
class MutantsIT {
  private static final int FAULTS = 3;
  private static final List<Cell> CELLS = List.of(new Cell(Target.TASK_MANAGER, Fault.KILL));

  @ParameterizedTest
  @EnumSource
  void isCaught(Mutant mutant, @TempDir Path root) throws Exception {
    ChaosOptions options = new ChaosOptions(1, FAULTS, List.of("vm-cpu"), false);
    Plan plan = Plan.of(options.seed(), FAULTS, CELLS);
    try (Stack stack = Stack.up(MutantProject.of(mutant, root));
        Subject subject = Subject.of(stack, options, "vm-cpu")) {
      Report report =
          new ChaosRun(stack, options, plan, mutant.transactional(), List.of(subject)).report();
      System.out.println(mutant + ": " + report.write(Path.of("target", "chaos", mutant.name())));
      assertThat(report.outcomes())
          .as("faults that count\n%s", report.markdown())
          .anyMatch(Outcome::counted);
      assertThat(report.comparisons())
          .as("%s was not caught\n%s", mutant, report.markdown())
          .anyMatch(comparison -> !comparison.holds());
    }
  }
}
