package io.mysimbdp.local.endtoend.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The JobManager of a stack, which may die. */
public record JobManager(Stack stack) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Returns when another one has taken its place, which need not serve yet. */
  public void kill() {
    ProcessHandle killed = stack.jobManager().get(0);
    killed.destroyForcibly();
    await()
        .atMost(PATIENCE)
        .until(() -> !stack.jobManager().isEmpty() && !stack.jobManager().contains(killed));
  }

  /** It stands still for so long, and goes on. */
  public void suspend(Duration span) {
    List<ProcessHandle> suspended = stack.jobManager();
    boolean stood =
        Suspended.during(
            suspended,
            () ->
                await()
                    .during(span)
                    .atMost(span.plus(PATIENCE))
                    .until(() -> suspended.equals(stack.jobManager())));
    if (!stood) {
      throw new IllegalStateException("the JobManager did not stand still: " + suspended);
    }
  }

  /**
   * Kills it as if it had not yet cleared up behind a job that has ended: the next one finds that
   * it has, and how, but nothing else.
   */
  public void killBeforeItClearsUpBehind(String job) {
    Path results = stack.commands().home().resolve("data/flink/recovery/job-result-store/mysimbdp");
    Path cleared = results.resolve(job + ".json");
    await().atMost(PATIENCE).until(() -> Files.exists(cleared));
    try {
      Files.move(cleared, results.resolve(job + "_DIRTY.json"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot change what the JobManager has noted", e);
    }
    kill();
  }
}
