package io.mysimbdp.local.endtoend.fence;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.link.KafkaRequest;
import io.mysimbdp.local.endtoend.link.RequestWatch.Fate;
import io.mysimbdp.local.endtoend.stack.Links;
import io.mysimbdp.local.endtoend.stack.OpenTransactions;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a commit of a stream job back until the transaction has run into its time-out. Kafka has
 * aborted it then, and the checkpoint that it belongs to is complete: what it held is lost.
 */
public final class LateCommit implements AutoCloseable {
  /** How long the job's transactions may stay open. */
  public static final String TIMEOUT = "8s";

  private static final Duration COMMITTED = Duration.ofMinutes(2);

  /** Kafka looks for transactions to abort every 10 s; clients wait 30 s for an answer. */
  private static final Duration ABORTED = Duration.ofSeconds(25);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Links links;
  private final String job;
  private final OpenTransactions open;

  /**
   * @param job its name, with which its transactional ids begin
   */
  public LateCommit(Stack stack, String job) {
    this.links = stack.links();
    this.job = job;
    this.open = new OpenTransactions(stack.brokers());
  }

  /** Lets the next transaction that writes to this topic be too late, and returns after that. */
  public void ofNext(String topic, Runnable feed) {
    AtomicBoolean caught = new AtomicBoolean();
    CompletableFuture<Void> aborted = new CompletableFuture<>();
    links.watch(
        request -> {
          keepBack(request, topic, caught, aborted);
          return Fate.PASS;
        });
    try {
      feed.run();
      aborted.get(COMMITTED.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(
          caught.get()
              ? "Kafka has not aborted the transaction"
              : "nothing was committed to " + topic + " within " + COMMITTED,
          e);
    } catch (ExecutionException e) {
      throw new AssertionError("the commit could not be kept back", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      links.lookAway();
    }
  }

  /** The job's connection waits for as long as this does. */
  private void keepBack(
      KafkaRequest request, String topic, AtomicBoolean caught, CompletableFuture<Void> aborted) {
    request
        .commits()
        .filter(id -> id.startsWith(job))
        .filter(id -> open.topics(id).contains(topic) && caught.compareAndSet(false, true))
        .ifPresent(
            id -> {
              try {
                await().pollInterval(LOOK).atMost(ABORTED).until(() -> open.topics(id).isEmpty());
                aborted.complete(null);
              } catch (RuntimeException e) {
                aborted.completeExceptionally(e);
              }
            });
  }

  @Override
  public void close() {
    open.close();
  }
}
