package io.mysimbdp.batch.trigger;

import com.datastax.oss.driver.api.core.DriverException;
import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.platform.coredms.DatasetRecord;
import io.mysimbdp.platform.dataset.CompletionSet;
import io.mysimbdp.platform.dataset.Loss;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a batch run for every dataset that is complete, once, and closes its books.
 *
 * <p>It reads the tenant's completions from their beginning, every time it is started, and asks
 * coredms what has been done: nothing that it knows lies in its memory alone. Datasets are dealt
 * with one after the other in the order in which they were completed. Servers that are away are
 * waited for. Used by one thread.
 */
public final class Trigger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Trigger.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long RETRY_MS = 2_000;

  private final TriggerListener listener;
  private final Connections connections;
  private final DatasetWork work;
  private final CompletionRecords records = new CompletionRecords();
  private final String tenant;
  private final Queue<CompletionSet> sets = new ArrayDeque<>();
  private final Set<String> dealtWith = new HashSet<>();

  /**
   * Connects to the servers.
   *
   * @throws io.mysimbdp.platform.coredms.CoreDmsException if coredms does not answer
   */
  public Trigger(TriggerSettings settings, TriggerListener listener) {
    this.listener = listener;
    this.tenant = settings.tenant().name();
    this.connections = Connections.open(settings);
    this.work = new DatasetWork(settings, connections.session(), connections.admin(), listener);
  }

  /** Deals with datasets as they are completed, until the thread is interrupted. */
  public void run() throws InterruptedException {
    while (true) {
      next(Long.MAX_VALUE);
    }
  }

  /**
   * Deals with datasets until this one is dealt with.
   *
   * @return how it is recorded: done, with a ledger that may not balance, or incomplete
   * @throws TriggerException if it is not within {@code patience}, or never will be
   */
  public DatasetRecord awaitDataset(String dataset, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      DatasetRecord record = next(deadline);
      if (record != null && record.dataset().equals(dataset)) {
        return record;
      }
      requireNotLost(dataset);
    }
    throw new TriggerException(
        "dataset %s was not complete within %d s. See the stream job and the loader in Flink's web"
                .formatted(dataset, patience.toSeconds())
            + " UI");
  }

  private void requireNotLost(String dataset) {
    if (sets.isEmpty() && records.losses().stream().anyMatch(l -> l.datasets().contains(dataset))) {
      throw new TriggerException(
          "dataset %s: %s".formatted(dataset, records.waiting().get(dataset)));
    }
  }

  /** Deals with the next dataset, if one is complete by now. */
  private DatasetRecord next(long deadline) throws InterruptedException {
    if (sets.isEmpty()) {
      poll();
    }
    if (sets.isEmpty()) {
      sayWhatWaits();
      return null;
    }
    CompletionSet set = sets.element();
    while (true) {
      try {
        DatasetRecord record = work.run(set);
        sets.remove();
        dealtWith.add(record.dataset());
        return record;
      } catch (DriverException | KafkaException | FlinkException | TriggerException e) {
        if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MS) > deadline) {
          throw new TriggerException(
              "dataset %s is not done: %s".formatted(set.dataset(), e.getMessage()), e);
        }
        LOG.warn(
            "dataset {} waits, and is tried again in {} ms: {}",
            set.dataset(),
            RETRY_MS,
            e.getMessage());
        listener.waiting(set.dataset(), e.getMessage());
        TimeUnit.MILLISECONDS.sleep(RETRY_MS);
      }
    }
  }

  /** A dataset whose completions were lost, or some of them, must not wait in silence. */
  private void sayWhatWaits() {
    Map<String, String> waiting = records.waiting();
    waiting.keySet().removeAll(dealtWith);
    if (waiting.isEmpty()) {
      listener.waiting(null, "no completed dataset");
    } else {
      Map.Entry<String, String> first = waiting.entrySet().iterator().next();
      listener.waiting(first.getKey(), first.getValue());
    }
  }

  private void poll() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    for (ConsumerRecord<byte[], byte[]> record : connections.completions().poll(POLL)) {
      try {
        CompletionRecords.News news = records.take(record);
        news.complete().ifPresent(sets::add);
        news.loss().ifPresent(this::sayLost);
      } catch (IOException e) {
        LOG.error(
            "topic {}, offset {}: not a completion ({}). Its dataset stays open; something else"
                + " than the stream job has written there",
            record.topic(),
            record.offset(),
            e.getMessage());
      }
    }
  }

  private void sayLost(Loss loss) {
    LOG.error(
        "tenant {} has LOST SILVER at {}: {}. Make everything again from the raw topics: ./mysimbdp"
            + " replay {}",
        tenant,
        Instant.ofEpochMilli(loss.noticed()),
        loss.sentence(),
        tenant);
  }

  @Override
  public void close() {
    connections.close();
  }
}
