package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;

/**
 * Feeds a tenant with one dataset after the other for as long as it is open, each by an emulator of
 * its own, and ends only after one that was closed.
 *
 * <p>An emulator that is killed leaves its dataset without an end. Nobody can take up where it
 * stopped: what it had sent last is known to nobody. So the feed does what a source of live data
 * does: it goes on later, with the next dataset. What was sent of the broken one stays in the raw
 * topic and so in silver, no ledger names it, and a dead letter says so.
 */
final class Feed implements AutoCloseable {
  private static final RowShape DATASET = RowShape.of("datasets", 1, "dataset:TEXT");

  /** Of a process that was killed, or told to end: what a fault of the plan does to an emulator. */
  private static final Set<Integer> STRUCK = Set.of(128 + 9, 128 + 15);

  private static final Duration BROKER_BACK_WITHIN = Duration.ofMinutes(15);

  private final Stack stack;
  private final Subject subject;
  private final Kafka kafka;
  private final Thread thread;
  private volatile CommandLine.Running emulator;
  private volatile boolean enough;
  private final AtomicInteger begun = new AtomicInteger();
  private final List<String> closed = new CopyOnWriteArrayList<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private volatile String lastWords = "";
  private volatile long rawBefore = Long.MAX_VALUE;
  private volatile RuntimeException failure;

  private Feed(Stack stack, Subject subject) {
    this.stack = stack;
    this.subject = subject;
    this.kafka = new Kafka(stack.brokers());
    this.thread = new Thread(this::run, "feed-" + subject.tenant().name());
    thread.setDaemon(true);
  }

  static Feed start(Stack stack, Subject subject) {
    Feed feed = new Feed(stack, subject);
    feed.thread.start();
    return feed;
  }

  private void run() {
    try {
      feed();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void feed() {
    boolean whole = false;
    while (!(enough && whole) && !Thread.currentThread().isInterrupted()) {
      emulator = null;
      rawBefore =
          await().atMost(BROKER_BACK_WITHIN).ignoreExceptions().until(this::raw, any -> true);
      int number = begun.get();
      List<String> command = subject.emulate(number, enough);
      if (command.isEmpty()) {
        lastWords = "no event time is left for another dataset";
        return;
      }
      begun.incrementAndGet();
      try {
        CommandLine.Running running = stack.commands().start(command.toArray(String[]::new));
        emulator = running;
        int exit = running.process().waitFor();
        whole = exit == 0;
        if (whole) {
          closed.add(Subject.dataset(number));
        } else {
          lastWords = Files.readString(running.err()).strip();
          if (!STRUCK.contains(exit)) {
            troubles.add("%s: exit status %d: %s".formatted(running.command(), exit, lastWords));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read what the emulator said", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The emulator that runs now. */
  Optional<ProcessHandle> emulator() {
    return Optional.ofNullable(emulator)
        .map(running -> running.process().toHandle())
        .filter(ProcessHandle::isAlive);
  }

  /**
   * Whether the emulator that runs now has sent something, and so is in the middle of a dataset.
   */
  boolean isSending() {
    try {
      return emulator().isPresent() && raw() > rawBefore;
    } catch (KafkaException e) {
      return false; // the broker is away
    }
  }

  /** How much lies in the raw topics. */
  private long raw() {
    return subject.tenant().raw().stream()
        .mapToLong(stream -> kafka.size(Names.rawTopic(subject.tenant(), stream.name())))
        .sum();
  }

  /** How many datasets were begun, more or less. */
  int begun() {
    return begun.get();
  }

  /** How many were closed. */
  int closed() {
    return closed.size();
  }

  /** The emulators that gave a dataset up of themselves. */
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** Whether all that an emulator has closed is closed in the raw topics. */
  Comparison compare() {
    List<String> found = RawDatasets.closed(kafka, subject.tenant());
    return Comparison.of(
        subject.tenant().name() + ": datasets closed by emulators, in the raw topics",
        Rows.of(closed.stream().map(DATASET::row)),
        Rows.of(found.stream().filter(closed::contains).map(DATASET::row)));
  }

  /** No more at the pace of the run: breaks off what is fed, for one more dataset in a hurry. */
  void hurry() {
    enough = true;
    emulator().ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Waits until the feed has closed its last dataset. */
  void finish(Duration patience) throws InterruptedException {
    enough = true;
    thread.join(patience.toMillis());
    if (thread.isAlive()) {
      throw new AssertionError("the feed has not ended after " + patience + ": " + lastWords);
    }
    if (failure != null) {
      throw new AssertionError("the feed broke off", failure);
    }
  }

  @Override
  public void close() {
    enough = true;
    thread.interrupt();
    emulator().ifPresent(ProcessHandle::destroyForcibly);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
