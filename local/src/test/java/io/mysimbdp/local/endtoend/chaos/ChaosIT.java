package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<Subject> subjects = new ArrayList<>();
    Report report;
    Optional<CheckpointDisk> disk =
        options.hits(Target.CHECKPOINT_DISK)
            ? Optional.of(CheckpointDisk.under(stack))
            : Optional.empty();
    try {
      options.tenants().forEach(tenant -> subjects.add(Subject.of(stack, options, tenant)));
      report = new ChaosRun(stack, options, options.plan(), Manner.USUAL, subjects).report();
      Path file = report.write(Path.of("target", "chaos"));
      System.out.println(report.markdown());
      System.out.println("report: " + file.toAbsolutePath());
    } finally {
      subjects.forEach(Subject::close);
      disk.ifPresent(CheckpointDisk::close);
    }
    assertThat(report.good()).as("%s", report.markdown()).isTrue();
  }
}
