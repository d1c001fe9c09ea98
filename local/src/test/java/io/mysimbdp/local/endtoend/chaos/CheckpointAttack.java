package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.link.Link;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.FlinkJobs.CheckpointUnderWay;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;

/**
 * TaskManagers are killed in the middle of a checkpoint of a stream job. The network to the broker
 * is cut first: then no sink can flush, and the checkpoint that is triggered next stays under way.
 */
final class CheckpointAttack implements Attack {
  /** Flink's answers about checkpoints are up to 3 seconds old. */
  private static final long STALE_MS = 4_000;

  private static final Duration TRIGGERED_WITHIN = Duration.ofSeconds(30);
  private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Link link;
  private final FlinkJobs flink;
  private final TaskManagers taskManagers;
  private final String jobName;

  CheckpointAttack(Stack stack, TaskManagers taskManagers, String jobName) {
    this.link = stack.links().kafka();
    this.flink = new FlinkJobs(stack.flink());
    this.taskManagers = taskManagers;
    this.jobName = jobName;
  }

  @Override
  public boolean ready() {
    return taskManagers.anyRuns() && !flink.running(jobName).isEmpty();
  }

  @Override
  public Blow strike() throws InterruptedException {
    long began = System.currentTimeMillis();
    List<String> jobs = flink.running(jobName);
    if (jobs.isEmpty()) {
      return Blow.missed(began, "the job had ended");
    }
    String job = jobs.get(0);
    CheckpointUnderWay checkpoint;
    link.cut();
    try {
      long cut = System.currentTimeMillis();
      checkpoint =
          await()
              .atMost(TRIGGERED_WITHIN)
              .pollInterval(LOOK)
              .until(() -> heldUp(job, cut), Optional::isPresent)
              .orElseThrow();
      began = System.currentTimeMillis();
      taskManagers.kill();
    } catch (ConditionTimeoutException e) {
      return Blow.missed(began, "no checkpoint was triggered within " + TRIGGERED_WITHIN);
    } finally {
      link.heal();
    }
    String seen = "checkpoint %d of %s was under way".formatted(checkpoint.id(), jobName);
    try {
      String end =
          await()
              .atMost(GIVEN_UP_WITHIN)
              .pollInterval(LOOK)
              .until(
                  () -> flink.checkpointStatus(job, checkpoint.id()),
                  status -> !status.equals("IN_PROGRESS") && !status.isEmpty());
      return end.equals("FAILED")
          ? Blow.hit(began, seen + " and failed")
          : Blow.missed(began, seen + ", but ended as " + end);
    } catch (ConditionTimeoutException e) {
      return Blow.missed(began, seen + "; what became of it Flink does not say");
    }
  }

  private Optional<CheckpointUnderWay> heldUp(String job, long cut) {
    boolean fresh = System.currentTimeMillis() > cut + STALE_MS;
    return flink
        .checkpointUnderWay(job)
        .filter(checkpoint -> fresh || checkpoint.triggered() > cut);
  }

  @Override
  public boolean isBack() {
    return taskManagers.areBack();
  }
}
