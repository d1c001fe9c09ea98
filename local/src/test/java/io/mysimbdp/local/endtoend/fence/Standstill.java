package io.mysimbdp.local.endtoend.fence;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.stack.OpenTransactions;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.Suspended;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** Makes a stream job stand still in the middle of a transaction. */
public final class Standstill implements AutoCloseable {
  /** How long the job's transactions may stay open: shorter than Flink waits for a TaskManager. */
  public static final String TIMEOUT = "8s";

  private static final Duration ABORTED = Duration.ofSeconds(18);
  private static final Duration WRITTEN = Duration.ofSeconds(20);
  private static final Duration OFTEN = Duration.ofMillis(20);

  private final Stack stack;
  private final OpenTransactions open;

  /**
   * @param job its name, with which its transactional ids begin
   */
  public Standstill(Stack stack, String job) {
    this.stack = stack;
    this.open = new OpenTransactions(stack.brokers(), job);
  }

  /**
   * Waits until the job has written to this topic in a transaction, and makes it stand still until
   * Kafka has aborted that.
   *
   * @return false if the job was quicker and has committed it
   */
  public boolean withOpen(String topic) {
    try {
      await().pollInterval(OFTEN).atMost(WRITTEN).until(() -> open.topics().contains(topic));
    } catch (ConditionTimeoutException e) {
      return false; // committed between two looks
    }
    boolean[] hit = {false};
    Suspended.during(
        stack.taskManagers(),
        () -> {
          hit[0] = open.topics().contains(topic);
          if (hit[0]) {
            await().atMost(ABORTED).until(() -> open.ids().isEmpty());
          }
        });
    return hit[0];
  }

  @Override
  public void close() {
    open.close();
  }
}
