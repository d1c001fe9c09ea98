package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.batch.flink.FlinkRest;
import io.mysimbdp.batch.flink.JarRun;
import io.mysimbdp.batch.flink.JobState;
import io.mysimbdp.batch.run.BatchListener;
import io.mysimbdp.batch.run.BatchRunner;
import io.mysimbdp.batch.trigger.Trigger;
import io.mysimbdp.batch.trigger.TriggerListener;
import io.mysimbdp.batch.trigger.TriggerSettings;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.AliasPlacement;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OffsetClocks;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.RawProducer;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.platform.coredms.BatchRunRecord;
import io.mysimbdp.platform.coredms.BatchRunStore;
import io.mysimbdp.platform.coredms.CoreDms;
import io.mysimbdp.platform.coredms.DatasetRecord;
import io.mysimbdp.platform.coredms.DatasetStore;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.coredms.Keyspaces;
import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.coredms.StoredColumn;
import io.mysimbdp.platform.dataset.DatasetLedger;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Of two writes to Cassandra the one with the later time counts, and the time is that of the
 * writer's clock. Here writers' clocks are an hour ahead and then an hour behind, and nothing that
 * is written later is hidden by what was written before.
 */
@ExtendWith(OnStack.class)
class ClockOffsetIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String ALIAS = "vm-cpu-clocks";
  private static final long START = Instant.parse("2019-01-01T00:00:00Z").toEpochMilli();

  /** Seconds of event time of a dataset; a multiple of every window. */
  private static final int SPAN = 18_000;

  private static final Interval TWO_DAYS = Interval.of(START - 3_600_000, START + 172_800_000);
  private static final Interval THREE_DAYS = Interval.of(START - 3_600_000, START + 259_200_000);

  @Test
  void silverAndGoldAreExact(Stack stack) throws Exception {
    Placement placement = AliasPlacement.on(stack, ALIAS);
    try (LiveTenant tenant = LiveTenant.withoutTrigger(stack, placement)) {
      feed(tenant, 0, 1);
      trigger(placement, OffsetClocks.AHEAD, "0");
      loadAgain(stack, placement.tenant(), OffsetClocks.AHEAD);
      batch(placement, OffsetClocks.AHEAD, "two-days", TWO_DAYS);
      BatchRunRecord run = batch(placement, OffsetClocks.AHEAD, "three-days", THREE_DAYS);
      leaveBehind(stack, placement.tenant(), TWO_DAYS, run.writeTime());

      feed(tenant, 1, 1);
      trigger(placement, OffsetClocks.BEHIND, "1");
      loadAgain(stack, placement.tenant(), OffsetClocks.BEHIND);
      batch(placement, OffsetClocks.BEHIND, "two-days-again", TWO_DAYS);
      batchByFlinksUi(placement, THREE_DAYS);

      GateOutcome expected = tenant.expected();
      tenant.has(expected);
      assertThat(gold(expected).differenceTo(tenant.gold().stream())).isEmpty();
      assertThat(tenant.ledgers().values())
          .hasSize(2)
          .allMatch(ledger -> ledger.required("balanced").booleanValue());
    }
    // The same windows of the same machines, but with other readings.
    try (LiveTenant tenant = LiveTenant.withoutTrigger(stack, placement)) {
      feed(tenant, 0, 2);
      trigger(placement, OffsetClocks.BEHIND, "0");

      GateOutcome expected = tenant.expected();
      tenant.has(expected);
      JsonNode ledger = tenant.awaitDone(1).get(0);
      assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
      tenant.hasGold(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsForgottenIsGoneAndMayComeAgain(OffsetClocks machine, Stack stack) {
    String name = "clock-" + machine;
    DatasetRecord dataset =
        new DatasetRecord(
            name,
            "jan",
            0,
            TWO_DAYS,
            Map.of(),
            DatasetRecord.State.COMPLETE,
            new DatasetLedger("jan", 0, 1, 2, List.of(), Map.of(), Map.of(), List.of()));
    try (CqlSession here = CoreDms.open(stack.cassandra());
        CqlSession there = machine.open(stack)) {
      Keyspaces.ensurePlatform(here);
      DatasetStore datasets = new DatasetStore(here);
      BatchRunStore runs = new BatchRunStore(here);
      for (int time = 0; time < 2; time++) {
        assertThat(datasets.record(dataset)).isEqualTo(dataset);
        assertThat(runs.start(name, "one", TWO_DAYS).attempt()).isEqualTo(1);

        new DatasetStore(there).forget(name);
        new BatchRunStore(there, machine.clock()).forget(name);

        assertThat(datasets.all(name)).isEmpty();
        assertThat(runs.all(name)).isEmpty();
      }
      long before = new BatchRunStore(there, OffsetClocks.AHEAD.clock()).takeWriteTime(name);
      assertThat(runs.takeWriteTime(name)).isGreaterThan(before);
      assertThat(runs.all(name)).isEmpty();
      runs.forget(name);
    }
  }

  private static void feed(LiveTenant tenant, int number, int step) {
    // A quarter of an hour in between: windows reach that far beyond the close.
    int from = number * (SPAN + 900);
    try (RawProducer producer = tenant.producer()) {
      String dataset = Integer.toString(number);
      long[] sent = new long[producer.partitions()];
      producer.begin(dataset, from, from + SPAN);
      for (int second = from; second < from + SPAN; second += 20) {
        int vm = second / 20 % 5;
        int partition = vm % producer.partitions();
        producer.reading(partition, "vm-" + vm, second, second * step % 101);
        sent[partition]++;
      }
      for (int partition = 0; partition < producer.partitions(); partition++) {
        producer.end(dataset, partition, from, from + SPAN, sent[partition]);
      }
    }
  }

  private static void trigger(Placement placement, OffsetClocks machine, String dataset)
      throws InterruptedException {
    TriggerSettings settings =
        new TriggerSettings(
            placement.tenant(),
            placement.addresses().kafka(),
            placement.addresses().cassandra(),
            new TenantJobs(placement).batchTarget(),
            machine.clock());
    try (Trigger trigger = new Trigger(settings, TriggerListener.NONE)) {
      trigger.awaitDataset(dataset, PATIENCE);
    }
  }

  private static BatchRunRecord batch(
      Placement placement, OffsetClocks machine, String run, Interval interval)
      throws InterruptedException {
    try (CqlSession session = CoreDms.open(placement.addresses().cassandra())) {
      BatchRunRecord record =
          new BatchRunner(
                  session,
                  placement.tenant(),
                  new TenantJobs(placement).batchTarget(),
                  BatchListener.NONE,
                  machine.clock())
              .run(run, interval);
      assertThat(record.state()).isEqualTo(BatchRunRecord.State.FINISHED);
      return record;
    }
  }

  /** As in {@code docs/operations.md}: nobody gives it a write time. */
  private static void batchByFlinksUi(Placement placement, Interval interval) {
    FlinkRest flink = new TenantJobs(placement).flink();
    String jar = flink.upload(placement.project().batchJobJar());
    List<String> arguments = new java.util.ArrayList<>(placement.arguments());
    arguments.addAll(List.of("--after", Instant.ofEpochMilli(interval.after()).toString()));
    arguments.addAll(List.of("--upto", Instant.ofEpochMilli(interval.upto()).toString()));
    String job = flink.run(jar, JarRun.of(arguments, null, 1));
    Optional<JobState> ended =
        await()
            .atMost(PATIENCE)
            .until(() -> flink.job(job), state -> state.filter(JobState::ended).isPresent());
    assertThat(ended).get().matches(JobState::finished);
    flink.deleteJar(jar);
  }

  /** What a loader on such a machine does after a crash: it writes rows once more. */
  private static void loadAgain(Stack stack, Tenant tenant, OffsetClocks machine) {
    try (CqlSession session = machine.open(stack)) {
      for (Rollup analytic : tenant.silver()) {
        SilverTable table = SilverTable.of(tenant, analytic);
        List<String> columns = table.columns().stream().map(StoredColumn::name).toList();
        PreparedStatement insert = session.prepare(table.insertCql());
        String all =
            "SELECT %s FROM %s.%s"
                .formatted(String.join(", ", columns), tenant.keyspace(), table.name());
        for (Row row : session.execute(all)) {
          session.execute(insert.bind(columns.stream().map(row::getObject).toArray()));
        }
      }
    }
  }

  /** A gold row that an earlier run wrote, and that a later one does not write again. */
  private static void leaveBehind(Stack stack, Tenant tenant, Interval interval, long writeTime) {
    try (CqlSession session = CoreDms.open(stack.cassandra())) {
      session.execute(
          "INSERT INTO "
              + tenant.keyspace()
              + ".gold_vm_recommendations (interval_start, interval_end, mysimbdp_bucket, vm_id,"
              + " windows) VALUES (?, ?, 0, 'gone', 1) USING TIMESTAMP "
              + writeTime,
          Instant.ofEpochMilli(interval.after()),
          Instant.ofEpochMilli(interval.upto()));
    }
  }

  private static Rows gold(GateOutcome expected) {
    Rows rows = expected.gold(START);
    for (Interval interval : List.of(TWO_DAYS, THREE_DAYS)) {
      expected.analytics().recommendations(interval.after(), interval.upto()).stream()
          .forEach(rows::add);
    }
    return rows;
  }
}
