package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.RawProducer;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * vm-cpu with one dataset that every partition but the first has behind it from the beginning on:
 * nothing comes there any more, whatever happens to the job. The first goes on until it is judged.
 */
final class PartlyClosed implements Subject {
  private static final String DATASET = "partly-closed";
  private static final int CLOSE = 36_000;
  private static final int MACHINES = 10;
  private static final int STEP_SECONDS = 20;
  private static final long STEP_EVERY_MS = 200;
  private static final long EARLY_READINGS = 60;

  private final VmCpuSubject subject;
  private final RawProducer producer;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> feeding;
  private int second;
  private long sent;

  PartlyClosed(Stack stack, ChaosOptions options, Duration patience) {
    this.subject = new VmCpuSubject(stack, options, patience);
    this.producer = new RawProducer(stack.brokers(), Names.rawTopic(tenant(), "readings"));
    producer.begin(DATASET, 0, CLOSE);
    for (int partition = 1; partition < producer.partitions(); partition++) {
      for (long i = 0; i < EARLY_READINGS; i++) {
        producer.reading(partition, "vm-early-" + partition, i * STEP_SECONDS, (double) i);
      }
      producer.end(DATASET, partition, 0, CLOSE, EARLY_READINGS);
    }
    this.feeding = clock.scheduleAtFixedRate(this::step, 0, STEP_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** What its machines say at the next second of the trace: each now and then that it is busy. */
  private void step() {
    if (second < CLOSE) {
      for (int machine = 0; machine < MACHINES; machine++) {
        producer.reading(0, "vm-" + machine, second, (second + 17 * machine) % 101);
        sent++;
      }
      second += STEP_SECONDS;
    }
  }

  @Override
  public Tenant tenant() {
    return subject.tenant();
  }

  /** There is one dataset, and it is fed from here. */
  @Override
  public List<String> emulate(int number, boolean hurried) {
    return List.of();
  }

  @Override
  public List<Comparison> judge() {
    stopFeeding();
    producer.end(DATASET, 0, 0, CLOSE, sent);
    return subject.judge();
  }

  private void stopFeeding() {
    feeding.cancel(false);
    clock.shutdown();
    try {
      if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new AssertionError("the feed of " + DATASET + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopFeeding();
    producer.close();
    subject.close();
  }
}
