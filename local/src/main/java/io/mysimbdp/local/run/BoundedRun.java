package io.mysimbdp.local.run;

import io.mysimbdp.batch.trigger.Trigger;
import io.mysimbdp.batch.trigger.TriggerSettings;
import io.mysimbdp.emulator.Emulation;
import io.mysimbdp.emulator.EmulationReport;
import io.mysimbdp.emulator.EmulatorOptions;
import io.mysimbdp.emulator.sink.KafkaRawSink;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.local.tenant.TenantStores;
import io.mysimbdp.platform.coredms.DatasetRecord;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One dataset from the emulator to gold: makes the tenant's topics and tables, starts its jobs,
 * sends the records and sees the dataset through until its ledger is closed.
 */
public final class BoundedRun {
  /** The watch ends a run that gets nowhere; nothing else limits how long one may take. */
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private static final int JOBS = 3;

  private final Placement placement;
  private final EmulatorOptions emulation;
  private final RunProgress progress;

  /**
   * @param emulation names the dataset
   */
  public BoundedRun(Placement placement, EmulatorOptions emulation, RunProgress progress) {
    this.placement = placement;
    this.emulation = emulation;
    this.progress = progress;
  }

  /** What was sent and how it is recorded in the end. */
  public record Result(EmulationReport sent, DatasetRecord dataset) {}

  /** Runs and returns when the batch run has ended, well or not. */
  public Result run() throws Exception {
    TenantJobs jobs = new TenantJobs(placement);
    jobs.requireSlots(JOBS);
    TenantStores.ensure(placement);
    progress.step("starting the stream job and the loader");
    Map<String, String> ids = jobs.ensurePatiently();
    ExecutorService threads = Executors.newCachedThreadPool(BoundedRun::daemon);
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, placement.addresses().kafka()))) {
      Watch watch = new Watch(jobs.flink(), admin, placement.tenant(), ids);
      Future<DatasetRecord> dataset = threads.submit(() -> seeThrough(jobs, watch));
      Future<EmulationReport> sending = threads.submit(() -> send(watch));
      // A trigger that has died would else be noticed when all is sent, hours later.
      EmulationReport sent = Together.await(sending, dataset, watch::check);
      progress.step(
          "%,d records sent; waiting for silver, coredms and gold".formatted(sent.sent()));
      return new Result(sent, Together.await(dataset, sending, watch::check));
    } finally {
      threads.shutdownNow();
    }
  }

  private EmulationReport send(Watch watch) throws Exception {
    try (KafkaRawSink sink =
        KafkaRawSink.connect(placement.addresses().kafka(), placement.tenant())) {
      return Emulation.run(
          placement.tenant(),
          emulation,
          sink,
          at -> {
            watch.moved();
            progress.sending(at);
          });
    }
  }

  private DatasetRecord seeThrough(TenantJobs jobs, Watch watch) throws InterruptedException {
    TriggerSettings settings =
        new TriggerSettings(
            placement.tenant(),
            placement.addresses().kafka(),
            placement.addresses().cassandra(),
            jobs.batchTarget());
    try (Trigger trigger = new Trigger(settings, watch)) {
      return trigger.awaitDataset(emulation.dataset(), FOR_EVER);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "run");
    thread.setDaemon(true);
    return thread;
  }
}
