package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Finished;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.Interval;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Batch runs that a person starts. */
@ExtendWith(OnStack.class)
class BatchByHandIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String BATCH_JOBS = "vm-cpu.batch.";

  @Test
  void allTwiceGivesTheSameGoldAndNoStaleRows(Stack stack) {
    Path trace = new Trace(30, 5_000, 47).write(stack.folder("trace").resolve("trace.csv"));
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      tenant.emulate("--input", trace.toString()).succeeded();
      tenant.awaitDone(1);

      stack.mysimbdp(PATIENCE, "batch", "vm-cpu", "--all").succeeded();
      Rows once = tenant.gold();
      stack.mysimbdp(PATIENCE, "batch", "vm-cpu", "--all").succeeded();

      assertThat(once.differenceTo(tenant.gold().stream())).isEmpty();
      assertThat(once.size()).isPositive();
      assertThat(once.repeatedKeys()).isZero();
    }
  }

  /**
   * The batch job's main asks Cassandra before Flink has the job, and is told that of the error.
   */
  @Test
  void whatCannotBeSubmittedForABrokenNetworkIsTriedAgain(Stack stack) {
    Path trace = new Trace(30, 5_000, 59).write(stack.folder("trace").resolve("trace.csv"));
    try (LiveTenant tenant = LiveTenant.deployed(stack);
        CqlSession session = CoreDms.open(stack.cassandra())) {
      tenant.emulate("--input", trace.toString()).succeeded();
      tenant.awaitDone(1);
      Rows gold = tenant.gold();
      BatchRunStore runs = new BatchRunStore(session);
      Interval interval = runs.all("vm-cpu").get(0).interval();

      stack.links().cassandra().cut();
      CommandLine.Running batch =
          stack
              .commands()
              .start(
                  "batch",
                  "vm-cpu",
                  "--from",
                  time(interval.after()),
                  "--to",
                  time(interval.upto()));
      await().atMost(PATIENCE).until(() -> attempts(runs) > 4);
      assertThat(stack.mysimbdp(PATIENCE, "status", "vm-cpu").succeeded().out())
          .containsPattern(
              "batch run +hand-.*: started .*, now at attempt \\d+; attempt \\d+ failed: Flink");
      stack.links().cassandra().heal();

      Finished finished = batch.await(PATIENCE).succeeded();
      assertThat(finished.err()).contains("attempt 4 failed, the next follows in 8 s: Flink");
      assertThat(runs.all("vm-cpu"))
          .extracting(BatchRunRecord::state)
          .containsOnly(BatchRunRecord.State.FINISHED);
      assertThat(gold.differenceTo(tenant.gold().stream())).isEmpty();
    }
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** How many attempts the run has had that has had the most. */
  private static int attempts(BatchRunStore runs) {
    return runs.all("vm-cpu").stream().mapToInt(BatchRunRecord::attempt).max().orElse(0);
  }

  @Test
  void runsOfOneTenantGoOneAfterTheOtherAlsoIfTheStarterOfOneIsGone(Stack stack) {
    Path trace = new Trace(30, 5_000, 53).write(stack.folder("trace").resolve("trace.csv"));
    FlinkJobs flink = new FlinkJobs(stack.flink());
    try (LiveTenant tenant = LiveTenant.deployed(stack);
        CqlSession session = CoreDms.open(stack.cassandra())) {
      tenant.emulate("--input", trace.toString()).succeeded();
      tenant.awaitDone(1);
      stack.mysimbdp(PATIENCE, "batch", "vm-cpu", "--all").succeeded();
      Rows gold = tenant.gold();
      int before = flink.ended(BATCH_JOBS).size();
      BatchRunStore runs = new BatchRunStore(session);
      runs.start("vm-cpu", "left-behind", runs.all("vm-cpu").get(0).interval());

      CommandLine.Running one = stack.commands().start("batch", "vm-cpu", "--all");
      CommandLine.Running other = stack.commands().start("batch", "vm-cpu", "--all");
      one.await(PATIENCE).succeeded();
      other.await(PATIENCE).succeeded();

      assertThat(runs.all("vm-cpu"))
          .hasSize(5)
          .extracting(BatchRunRecord::state)
          .containsOnly(BatchRunRecord.State.FINISHED);
      List<FlinkJobs.Ran> ran = flink.ended(BATCH_JOBS);
      assertThat(ran).hasSize(before + 3);
      for (int i = before + 1; i < ran.size(); i++) {
        assertThat(ran.get(i).from()).isGreaterThanOrEqualTo(ran.get(i - 1).to());
      }
      assertThat(gold.differenceTo(tenant.gold().stream())).isEmpty();
    }
  }
}
