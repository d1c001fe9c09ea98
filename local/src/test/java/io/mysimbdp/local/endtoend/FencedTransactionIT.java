package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.fence.LateCommit;
import io.mysimbdp.local.endtoend.fence.SmallDatasets;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.stack.Finished;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A commit of the stream job reaches Kafka when the transaction has been open for too long. Kafka
 * has aborted it, and what it held is gone: that is noticed wherever somebody might look, and a
 * replay from the raw topics makes it good, to the last bit.
 */
@ExtendWith(OnStack.class)
class FencedTransactionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String JOB = "vm-cpu.stream";
  private static final String WINDOWS = "vm-cpu.silver.vm_cpu_windows";
  private static final String COMPLETIONS = "vm-cpu.completions";

  @Test
  void whatIsLostIsNoticedAndTheReplayIsExact(Stack stack) {
    try (LiveTenant tenant =
            LiveTenant.deployed(stack, "--transaction-timeout", LateCommit.TIMEOUT);
        SmallDatasets datasets = new SmallDatasets(tenant.producer());
        LateCommit late = new LateCommit(stack, JOB)) {
      loseSilver(stack, tenant, datasets, late);
      String incomplete = datasets.last();
      JsonNode ledger = tenant.awaitDone(1).get(0);
      assertThat(ledger.required("problems").toString()).contains("the silver topic holds");
      assertThat(tenant.batchRuns()).isEmpty();

      loseACompletion(tenant, datasets, late);
      Finished status = stack.mysimbdp(PATIENCE, "status", "vm-cpu").ended(1);
      assertThat(status.out())
          .contains(incomplete + ": INCOMPLETE")
          .contains(datasets.last() + ": WAITING: its completion is lost")
          .contains("./mysimbdp replay vm-cpu");
      isLogged(stack, "taskmanager", "LOST SILVER of tenant vm-cpu");
      isLogged(stack, "trigger", "tenant vm-cpu has LOST SILVER");
      isLogged(stack, "trigger", "dataset " + incomplete + " of vm-cpu has LOST SILVER");

      stack.mysimbdp(PATIENCE, "replay", "vm-cpu", "--transaction-timeout", "15m").succeeded();
      isExactAndBalanced(tenant, datasets.names());
      status = stack.mysimbdp(PATIENCE, "status", "vm-cpu").succeeded();
      assertThat(status.out()).doesNotContain("LOST").doesNotContain("WAITING");
    }
  }

  /** The dataset is closed afterwards, so its completions say what there should be. */
  private static void loseSilver(
      Stack stack, LiveTenant tenant, SmallDatasets datasets, LateCommit late) {
    datasets.begin();
    late.ofNext(WINDOWS, datasets::slice);
    awaitLoss(tenant, loss -> loss.required("records").has(WINDOWS));
    FlinkJobs flink = new FlinkJobs(stack.flink());
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                flink.running(JOB).stream()
                    .anyMatch(job -> flink.counter(job, ".lostTransactions") > 0));
    datasets.end();
  }

  /** Nobody hears of the dataset then but by the notice of the loss. */
  private static void loseACompletion(LiveTenant tenant, SmallDatasets datasets, LateCommit late) {
    datasets.begin();
    datasets.slice();
    late.ofNext(COMPLETIONS, datasets::end);
    awaitLoss(tenant, loss -> loss.required("datasets").toString().contains(datasets.last()));
  }

  private static void awaitLoss(LiveTenant tenant, Predicate<JsonNode> such) {
    await().atMost(PATIENCE).until(() -> losses(tenant).stream().anyMatch(such));
  }

  private static List<JsonNode> losses(LiveTenant tenant) {
    List<JsonNode> losses = new ArrayList<>();
    tenant
        .kafka()
        .forEach(
            COMPLETIONS,
            record -> {
              if ("loss".equals(Kafka.header(record, "mysimbdp-control"))) {
                losses.add(LiveTenant.json(record.value()));
              }
            });
    return losses;
  }

  private static void isLogged(Stack stack, String process, String sentence) {
    Path logs = stack.commands().home().resolve("logs");
    await().atMost(PATIENCE).until(() -> logged(logs, process, sentence));
  }

  private static boolean logged(Path logs, String process, String sentence) {
    try (var files = Files.list(logs)) {
      for (Path file :
          files.filter(path -> path.getFileName().toString().startsWith(process)).toList()) {
        if (Files.readString(file).contains(sentence)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the logs", e);
    }
  }

  private static void isExactAndBalanced(LiveTenant tenant, List<String> datasets) {
    tenant
        .awaitDone(datasets.size())
        .forEach(
            ledger ->
                assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue());
    assertThat(tenant.datasets()).containsExactlyInAnyOrderElementsOf(datasets);
    GateOutcome expected = tenant.expected();
    tenant.has(expected).hasGold(expected);
    assertThat(tenant.batchRuns()).hasSize(datasets.size());
  }
}
