package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Processes are killed, stopped and frozen in the middle of their work, and nobody can tell from
 * the results. {@code -Dmysimbdp.chaos.seed=N} does it again as it was; {@link ChaosOptions} has
 * the other properties.
 */
@ExtendWith(OnStack.class)
class ChaosIT {
  @Test
  void nothingIsLostDoubledOrWrong(Stack stack) throws Exception {
    ChaosOptions options = ChaosOptions.fromProperties();
    System.out.printf("%d faults: %s%n", options.faults(), options.command());
    try (Cleanup cleanup = new Cleanup()) {
      if (options.hits(Target.CHECKPOINT_DISK)) {
        cleanup.add(CheckpointDisk.under(stack));
      }
      List<Subject> subjects = new ArrayList<>();
      for (String tenant : options.tenants()) {
        subjects.add(cleanup.add(Subject.of(stack, options, tenant)));
      }
      Report report = new ChaosRun(stack, options, options.plan(), Manner.USUAL, subjects).report();
      Path file = report.write(Path.of("target", "chaos"));
      System.out.println(report.markdown());
      System.out.println("report: " + file.toAbsolutePath());
      assertThat(report.good()).as("%s", report.markdown()).isTrue();
    }
  }
}
