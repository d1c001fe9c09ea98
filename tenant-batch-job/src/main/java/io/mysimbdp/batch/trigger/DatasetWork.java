package io.mysimbdp.batch.trigger;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.batch.run.BatchListener;
import io.mysimbdp.batch.run.BatchRunner;
import io.mysimbdp.batch.run.BatchStep;
import io.mysimbdp.platform.coredms.BatchCounts;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.DatasetRecord;
import io.mysimbdp.platform.coredms.DatasetStore;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.SilverCounts;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.AnalyticLedger;
import io.mysimbdp.platform.dataset.CompletionSet;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for one dataset whose completions are there. Every step may be done again, so a
 * process that is killed in between leaves nothing that the next one cannot go on from.
 */
final class DatasetWork {
  private static final Logger LOG = LoggerFactory.getLogger(DatasetWork.class);
  private static final long POLL_MS = 200;

  private final TriggerSettings settings;
  private final Tenant tenant;
  private final CqlSession session;
  private final TriggerListener listener;
  private final DatasetStore datasets;
  private final SilverTopics topics;

  DatasetWork(TriggerSettings settings, CqlSession session, Admin admin, TriggerListener listener) {
    this.settings = settings;
    this.tenant = settings.tenant();
    this.session = session;
    this.listener = listener;
    this.datasets = new DatasetStore(session);
    this.topics = new SilverTopics(admin, tenant);
  }

  /** Does what is left to do and returns how the dataset is recorded in the end. */
  DatasetRecord run(CompletionSet set) throws InterruptedException {
    String name = set.dataset();
    DatasetRecord dataset = datasets.find(tenant.name(), name).orElse(null);
    if (dataset == null) {
      listener.reached(TriggerStep.COMPLETIONS_COLLECTED, name);
      dataset = datasets.record(complete(set));
      listener.reached(TriggerStep.DATASET_RECORDED, name);
      if (dataset.state() == DatasetRecord.State.INCOMPLETE) {
        LOG.error(
            "dataset {} of {} has LOST SILVER and gets no batch run: {}. Make everything again from"
                + " the raw topics: ./mysimbdp replay {}",
            name,
            tenant.name(),
            dataset.ledger().problems(),
            tenant.name());
      }
    }
    if (dataset.state() == DatasetRecord.State.COMPLETE) {
      datasets.finish(withBatch(dataset));
      listener.reached(TriggerStep.LEDGER_RECORDED, name);
      dataset = datasets.find(tenant.name(), name).orElseThrow();
      report(dataset);
    }
    return dataset;
  }

  private DatasetRecord complete(CompletionSet set) throws InterruptedException {
    String name = set.dataset();
    List<DatasetRecord> before =
        datasets.all(tenant.name()).stream().filter(d -> d.position() < set.position()).toList();
    Interval interval = DatasetInterval.of(set, before);
    Map<String, Long> resume = before.isEmpty() ? Map.of() : before.get(before.size() - 1).resume();

    Map<TopicPartition, Rollup> partitions = topics.partitions();
    Map<TopicPartition, Long> ends = topics.ends(partitions.keySet());
    listener.reached(TriggerStep.ENDS_TAKEN, name);

    SilverScan.Result scan =
        new SilverScan(settings.kafka(), partitions, interval)
            .read(ends, resume, reason -> listener.waiting(name, reason));
    listener.reached(TriggerStep.SILVER_COUNTED, name);

    awaitLoader(name, scan.behindLastRow());
    listener.reached(TriggerStep.LOADED, name);

    DatasetLedger ledger = ledger(set, interval, scan.committed());
    return new DatasetRecord(
        tenant.name(),
        name,
        set.position(),
        interval,
        scan.resume(),
        lost(ledger) ? DatasetRecord.State.INCOMPLETE : DatasetRecord.State.COMPLETE,
        ledger);
  }

  private void awaitLoader(String dataset, Map<TopicPartition, Long> needed)
      throws InterruptedException {
    while (true) {
      Map<TopicPartition, Long> loaded = topics.loaded();
      List<String> behind =
          needed.entrySet().stream()
              .filter(n -> loaded.getOrDefault(n.getKey(), 0L) < n.getValue())
              .map(
                  n ->
                      "%s at %d of %d"
                          .formatted(n.getKey(), loaded.getOrDefault(n.getKey(), 0L), n.getValue()))
              .toList();
      if (behind.isEmpty()) {
        return;
      }
      listener.waiting(dataset, "the loader is behind: " + String.join(", ", behind));
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
  }

  private DatasetLedger ledger(
      CompletionSet set, Interval interval, Map<String, AnalyticCount> committed) {
    SilverCounts coredms = new SilverCounts(session);
    Map<String, AnalyticCount> written = set.written();
    Map<String, AnalyticLedger> silver = new LinkedHashMap<>();
    for (Rollup analytic : tenant.silver()) {
      String name = analytic.name();
      silver.put(
          name,
          new AnalyticLedger(
              set.joined().getOrDefault(name, 0L),
              written.getOrDefault(name, AnalyticCount.ZERO),
              committed.getOrDefault(name, AnalyticCount.ZERO),
              coredms.count(SilverTable.of(tenant, analytic), interval),
              null));
    }
    return new DatasetLedger(
        set.dataset(),
        set.from(),
        set.close(),
        set.fin(),
        set.raw(),
        silver,
        Map.of(),
        set.contradictions());
  }

  /** Whether rows are missing that the completions name. */
  private static boolean lost(DatasetLedger ledger) {
    return ledger.silver().values().stream()
        .anyMatch(
            entry ->
                entry.committed().rows() < entry.written().rows()
                    || entry.stored().rows() < entry.written().rows());
  }

  private DatasetRecord withBatch(DatasetRecord dataset) throws InterruptedException {
    DatasetLedger ledger = dataset.ledger();
    if (!tenant.gold().isEmpty()) {
      BatchRunRecord run =
          new BatchRunner(
                  session,
                  tenant,
                  settings.target(),
                  listening(dataset.dataset()),
                  settings.clock())
              .run("dataset-" + dataset.dataset(), dataset.interval());
      BatchCounts counts = run.counts().asDefinedBy(tenant);
      ledger = ledger.withBatch(counts.read(), counts.gold());
      if (run.state() == BatchRunRecord.State.FAILED) {
        ledger = ledger.withFailure("the batch run failed: " + run.error());
      }
    }
    return new DatasetRecord(
        dataset.tenant(),
        dataset.dataset(),
        dataset.position(),
        dataset.interval(),
        dataset.resume(),
        DatasetRecord.State.DONE,
        ledger);
  }

  private BatchListener listening(String dataset) {
    return new BatchListener() {
      @Override
      public void reached(BatchStep step, BatchRunRecord run) {
        listener.reached(TriggerStep.valueOf(step.name()), dataset);
      }

      @Override
      public void waiting(BatchRunRecord run, String reason) {
        listener.waiting(dataset, reason);
      }
    };
  }

  private void report(DatasetRecord dataset) {
    if (dataset.ledger().balanced()) {
      LOG.info("dataset {} of {} is done, its ledger balances", dataset.dataset(), tenant.name());
    } else {
      LOG.error(
          "dataset {} of {} is done, but its ledger does not balance: {}",
          dataset.dataset(),
          tenant.name(),
          dataset.ledger().problems());
    }
  }
}
