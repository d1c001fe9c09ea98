package io.mysimbdp.batch.trigger;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import io.mysimbdp.batch.flink.FlinkException;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.DatasetRecord;
import io.mysimbdp.platform.coredms.Keyspaces;
import io.mysimbdp.platform.dataset.CompletionCollector;
import io.mysimbdp.platform.dataset.CompletionSet;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
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
  private final CqlSession session;
  private final Admin admin;
  private final Consumer<byte[], byte[]> completions;
  private final DatasetWork work;
  private final CompletionCollector collector = new CompletionCollector();
  private final Queue<CompletionSet> sets = new ArrayDeque<>();

  /**
   * Connects to the servers.
   *
   * @throws io.mysimbdp.platform.coredms.CoreDmsException if coredms does not answer
   */
  public Trigger(TriggerSettings settings, TriggerListener listener) {
    this.listener = listener;
    this.session = CoreDms.open(settings.cassandra());
    Keyspaces.ensurePlatform(session);
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka()));
    this.completions = Reading.committed(settings.kafka());
    List<TopicPartition> topic =
        List.of(new TopicPartition(Names.completionsTopic(settings.tenant()), 0));
    completions.assign(topic);
    completions.seekToBeginning(topic);
    this.work = new DatasetWork(settings, session, admin, listener);
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
   * @throws TriggerException if it is not within {@code patience}
   */
  public DatasetRecord awaitDataset(String dataset, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      DatasetRecord record = next(deadline);
      if (record != null && record.dataset().equals(dataset)) {
        return record;
      }
    }
    throw new TriggerException(
        "dataset %s was not complete within %d s. See the stream job and the loader in Flink's web"
                .formatted(dataset, patience.toSeconds())
            + " UI");
  }

  /** Deals with the next dataset, if one is complete by now. */
  private DatasetRecord next(long deadline) throws InterruptedException {
    if (sets.isEmpty()) {
      poll();
    }
    if (sets.isEmpty()) {
      listener.waiting(null, "no completed dataset");
      return null;
    }
    CompletionSet set = sets.element();
    while (true) {
      try {
        DatasetRecord record = work.run(set);
        sets.remove();
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

  private void poll() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    for (ConsumerRecord<byte[], byte[]> record : completions.poll(POLL)) {
      try {
        collector
            .add(DatasetJson.readCompletion(record.value()), record.offset())
            .ifPresent(sets::add);
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

  @Override
  public void close() {
    completions.close();
    admin.close();
    session.close();
  }
}
