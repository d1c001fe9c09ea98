package io.mysimbdp.local.endtoend;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.FileOracle;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Export;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The worker dies while it works, and nobody can tell from the results. */
@ExtendWith(OnStack.class)
@EnabledIfSystemProperty(named = LongForm.PROPERTY, matches = LongForm.NOT_BRIEF)
class TaskManagerKilledIT {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Test
  void silverAndGoldAreTheSameAfterTwoKills(Stack stack) {
    Path trace =
        new Trace(100, LongForm.either(120_000, 600_000), 29)
            .write(stack.folder("trace").resolve("trace.csv"));
    FileOracle oracle = FileOracle.of(List.of(trace));
    VmCpuRun run = VmCpuRun.of(stack, trace, "--rate", "2500");
    FlinkJobs flink = new FlinkJobs(stack.flink());

    CommandLine.Running running = run.start();
    String stream =
        await()
            .atMost(PATIENCE)
            .until(() -> flink.running(".stream"), ids -> !ids.isEmpty())
            .get(0);
    long checkpoints = 0;
    for (int kill = 0; kill < 2; kill++) {
      // Twice: the second checkpoint has committed the first one's transaction and opened another.
      long wanted = checkpoints + 2;
      await().atMost(PATIENCE).until(() -> flink.checkpoints(stream) >= wanted);
      stack.taskManagers().forEach(ProcessHandle::destroyForcibly);
      int kills = kill + 1;
      await().atMost(PATIENCE).until(() -> flink.restored(stream) >= kills);
      checkpoints = flink.checkpoints(stream);
    }
    running.await(PATIENCE).succeeded();

    new Export(run.folder())
        .has(oracle.analytics(), oracle.finalEnd())
        .hasLedger(new Tally(oracle.readings(), oracle.readings(), 0, 0));
  }
}
