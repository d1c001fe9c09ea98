package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.FileOracle;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.Tally;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Export;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.JobManager;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.VmCpuRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The one who knows which jobs there are dies, or stands still; they go on, and nobody can tell
 * afterwards.
 */
@ExtendWith(OnStack.class)
@EnabledIfSystemProperty(named = LongForm.PROPERTY, matches = LongForm.NOT_BRIEF)
class JobManagerKilledIT {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** ZooKeeper looks every minute for what is empty now that the session (15 s) is over. */
  private static final Duration MUCH_LONGER_THAN_ITS_SESSION = Duration.ofSeconds(80);

  private static final Duration LEADS_AGAIN_WITHIN = Duration.ofMinutes(3);

  /** A batch job is at work for a moment only. */
  private static final Duration OFTEN = Duration.ofMillis(50);

  @Test
  void silverAndGoldAreTheSameAfterKillsInTheStreamAndInTheBatch(Stack stack) {
    Path trace =
        new Trace(100, LongForm.either(60_000, 600_000), 31)
            .write(stack.folder("trace").resolve("trace.csv"));
    FileOracle oracle = FileOracle.of(List.of(trace));
    VmCpuRun run = VmCpuRun.of(stack, trace, "--rate", "1200");
    FlinkJobs flink = new FlinkJobs(stack.flink());

    CommandLine.Running running = run.start();
    String stream = awaitJob(flink, ".stream");
    for (int kill = 0; kill < LongForm.either(1, 3); kill++) {
      killAfterTwoCheckpoints(stack, flink, stream);
      assertThat(running.process().isAlive()).as("the run goes on").isTrue();
    }
    await().pollInterval(OFTEN).atMost(PATIENCE).until(() -> flink.anyRunning(".batch."));
    new JobManager(stack).kill();
    running.await(PATIENCE).succeeded();

    new Export(run.folder())
        .has(oracle.analytics(), oracle.finalEnd())
        .hasLedger(new Tally(oracle.readings(), oracle.readings(), 0, 0));
  }

  @Test
  void aDeployedTenantGoesOnAndOnceUndeployedDoesNotComeBack(Stack stack) {
    Path trace = new Trace(30, 5_000, 37).write(stack.folder("trace").resolve("trace.csv"));
    FlinkJobs flink = new FlinkJobs(stack.flink());
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      CommandLine.Running feed =
          stack.commands().start("emulate", "vm-cpu", "--input", trace.toString(), "--rate", "150");
      killAfterTwoCheckpoints(stack, flink, awaitJob(flink, "vm-cpu.stream"));
      feed.await(PATIENCE).succeeded();

      assertThat(tenant.awaitDone(1).get(0).required("balanced").booleanValue()).isTrue();
      GateOutcome expected = tenant.expected();
      tenant.has(expected).hasGold(expected);
      new JobManager(stack)
          .kill(); // the tenant is to be undeployed while nobody is there who could do it
    }
    assertThat(flink.anyRunning("vm-cpu.")).isFalse();
    new JobManager(stack).kill();
    await().atMost(PATIENCE).until(flink::answers);
    assertThat(flink.named("vm-cpu.")).isZero();
  }

  @Test
  void oneThatStoodStillForLongLeadsAgain(Stack stack) {
    FlinkJobs flink = new FlinkJobs(stack.flink());
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      String stream = awaitJob(flink, tenant.name() + ".stream");
      await().atMost(PATIENCE).until(() -> flink.checkpoints(stream) >= 1);
      new JobManager(stack).suspend(MUCH_LONGER_THAN_ITS_SESSION);
      await().atMost(LEADS_AGAIN_WITHIN).until(() -> flink.restored(stream) >= 1);
    }
  }

  private static String awaitJob(FlinkJobs flink, String nameEnd) {
    return await()
        .atMost(PATIENCE)
        .until(() -> flink.running(nameEnd), ids -> !ids.isEmpty())
        .get(0);
  }

  /**
   * Two while records flow: the second has committed the first one's transaction and opened
   * another.
   */
  private static void killAfterTwoCheckpoints(Stack stack, FlinkJobs flink, String job) {
    await().atMost(PATIENCE).until(() -> flink.recordsPassedOn(job) > 0);
    long wanted = flink.checkpoints(job) + 2;
    await().atMost(PATIENCE).until(() -> flink.checkpoints(job) >= wanted);
    new JobManager(stack).kill();
    await().atMost(PATIENCE).until(() -> flink.restored(job) >= 1);
  }
}
