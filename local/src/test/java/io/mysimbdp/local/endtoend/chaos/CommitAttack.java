package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.link.KafkaRequest;
import io.mysimbdp.local.endtoend.link.RequestWatch.Fate;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Links;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.TransactionState;
import org.awaitility.core.ConditionTimeoutException;

/**
 * TaskManagers are killed while a stream job commits a transaction of its sink. A sink commits only
 * behind a checkpoint that is complete; so the first request to commit says that the moment has
 * come, and it, or its answer, is what gets lost.
 */
final class CommitAttack implements Attack {
  private static final long COMMITS_WITHIN_SECONDS = 60;
  private static final Duration DONE_WITHIN = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Set<TransactionState> COMMITTED =
      Set.of(TransactionState.PREPARE_COMMIT, TransactionState.COMPLETE_COMMIT);

  private final Links links;
  private final FlinkJobs flink;
  private final TaskManagers taskManagers;
  private final Vitals vitals;
  private final String jobName;
  private final Fate fate;

  private CommitAttack(
      Stack stack, TaskManagers taskManagers, Vitals vitals, String jobName, Fate fate) {
    this.links = stack.links();
    this.flink = new FlinkJobs(stack.flink());
    this.taskManagers = taskManagers;
    this.vitals = vitals;
    this.jobName = jobName;
    this.fate = fate;
  }

  /** The broker does not hear of the commit. */
  static CommitAttack before(
      Stack stack, TaskManagers taskManagers, Vitals vitals, String jobName) {
    return new CommitAttack(stack, taskManagers, vitals, jobName, Fate.SWALLOW);
  }

  /** The job does not hear that the broker has committed. */
  static CommitAttack during(
      Stack stack, TaskManagers taskManagers, Vitals vitals, String jobName) {
    return new CommitAttack(stack, taskManagers, vitals, jobName, Fate.PASS_UNANSWERED);
  }

  @Override
  public boolean ready() {
    return taskManagers.anyRuns() && !flink.running(jobName).isEmpty();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    CompletableFuture<String> lost = new CompletableFuture<>();
    links.watch(request -> fate(request, lost));
    try {
      String transaction = lost.get(COMMITS_WITHIN_SECONDS, TimeUnit.SECONDS);
      if (fate == Fate.PASS_UNANSWERED) {
        await().atMost(DONE_WITHIN).pollInterval(LOOK).until(() -> isCommitted(transaction));
      }
      began = System.currentTimeMillis();
      taskManagers.kill();
      return judge(began, transaction, vitals.transaction(transaction));
    } catch (TimeoutException e) {
      return Blow.missed(began, "nothing was committed in " + COMMITS_WITHIN_SECONDS + " s");
    } catch (ConditionTimeoutException e) {
      return Blow.missed(began, "the broker did not commit within " + DONE_WITHIN);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot watch the commits", e);
    } finally {
      links.lookAway();
    }
  }

  /** The first commit of the job is lost, all others are done. */
  private Fate fate(KafkaRequest request, CompletableFuture<String> lost) {
    return request
        .commits()
        .filter(id -> id.startsWith(jobName) && lost.complete(id))
        .map(id -> fate)
        .orElse(Fate.PASS);
  }

  private boolean isCommitted(String transaction) {
    return vitals.transaction(transaction).filter(COMMITTED::contains).isPresent();
  }

  private Blow judge(long began, String transaction, Optional<TransactionState> state) {
    String seen =
        "transaction %s was %s when its job was dead"
            .formatted(transaction, state.map(TransactionState::toString).orElse("unknown"));
    boolean hit =
        fate == Fate.SWALLOW
            ? state.equals(Optional.of(TransactionState.ONGOING))
            : state.filter(COMMITTED::contains).isPresent();
    return hit ? Blow.hit(began, seen) : Blow.missed(began, seen);
  }

  @Override
  public boolean isBack() {
    return taskManagers.areBack();
  }
}
