package io.mysimbdp.local.endtoend.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.RawTopic;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import io.mysimbdp.local.endtoend.rows.ExportedLetters;
import io.mysimbdp.local.endtoend.rows.ExportedRows;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.tenant.Placement;
import io.mysimbdp.local.tenant.TenantJobs;
import io.mysimbdp.local.tenant.TenantStores;
import io.mysimbdp.platform.coredms.CoreDms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A tenant of vm-cpu's definition that runs on the shared stack, and is removed at the end. */
public final class LiveTenant implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack;
  private final String name;
  private final Runnable remove;
  private final Kafka kafka;
  private final CqlSession coredms;

  private LiveTenant(Stack stack, String name, Runnable remove) {
    this.stack = stack;
    this.name = name;
    this.remove = remove;
    this.kafka = new Kafka(stack.brokers());
    this.coredms = CoreDms.open(stack.cassandra());
  }

  /** The tenant vm-cpu, deployed by the command line. */
  public static LiveTenant deployed(Stack stack, String... options) {
    stack.mysimbdp(PATIENCE, command("deploy", options)).succeeded();
    return new LiveTenant(
        stack,
        "vm-cpu",
        () -> stack.mysimbdp(PATIENCE, command("undeploy", "--purge")).succeeded());
  }

  /** A copy of vm-cpu under another name, with its topics, tables and jobs but no trigger. */
  public static LiveTenant withoutTrigger(Stack stack, Placement placement) {
    try {
      TenantStores.ensure(placement);
      new TenantJobs(placement).ensure();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the jobs", e);
    }
    return new LiveTenant(stack, placement.tenant().name(), () -> takeAway(placement));
  }

  private static void takeAway(Placement placement) {
    try {
      new TenantJobs(placement).remove();
      TenantStores.remove(placement);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the jobs", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String[] command(String command, String... options) {
    return Stream.concat(Stream.of(command, "vm-cpu"), Stream.of(options)).toArray(String[]::new);
  }

  /** Runs {@code emulate vm-cpu} with these options to its end. */
  public Finished emulate(String... options) {
    return stack.mysimbdp(PATIENCE, command("emulate", options));
  }

  public String rawTopic() {
    return name + ".raw.readings";
  }

  public String name() {
    return name;
  }

  private String keyspace() {
    return name.replace('-', '_');
  }

  public Kafka kafka() {
    return kafka;
  }

  /** A producer into the raw topic. */
  public RawProducer producer() {
    return new RawProducer(stack.brokers(), rawTopic());
  }

  /** What must have become of everything in the raw topic. */
  public GateOutcome expected() {
    return RawTopic.judge(kafka, rawTopic());
  }

  /** The datasets that are recorded as complete. */
  public List<String> datasets() {
    return rows(
        "SELECT dataset FROM mysimbdp.datasets WHERE tenant = '" + name + "'",
        row -> row.getString(0));
  }

  /** By name, the ledgers of the datasets whose books are closed, with a batch run or without. */
  public Map<String, JsonNode> ledgers() {
    return Ledgers.of(coredms, name);
  }

  /** Waits until so many datasets are through their batch run, and returns their ledgers. */
  public List<JsonNode> awaitDone(int count) {
    String cql = "SELECT state, ledger FROM mysimbdp.datasets WHERE tenant = '" + name + "'";
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                rows(cql, row -> row).stream()
                    .filter(row -> !"COMPLETE".equals(row.getString("state")))
                    .map(row -> json(row.getString("ledger")))
                    .toList(),
            done -> done.size() >= count);
  }

  /** The batch runs: name and number of attempts each. */
  public List<String> batchRuns() {
    return rows(
        "SELECT run, attempt FROM mysimbdp.batch_runs WHERE tenant = '" + name + "'",
        row -> row.getString("run") + " attempt " + row.getInt("attempt"));
  }

  /** Silver in Kafka and in coredms, late records and dead letters are as the raw topic says. */
  public LiveTenant has(GateOutcome expected) {
    for (RowShape analytic : VmCpu.SILVER) {
      Rows rows = expected.analytics().silver(analytic);
      assertThat(rows.differenceTo(silver(analytic).stream()))
          .as("silver in Kafka: %s", analytic.name())
          .isEmpty();
      assertThat(rows.differenceTo(coredms(analytic).stream()))
          .as("silver in coredms: %s", analytic.name())
          .isEmpty();
    }
    assertThat(expected.late().differenceTo(late().stream())).as("late records").isEmpty();
    assertThat(expected.deadLetters().differenceTo(deadLetters().stream()))
        .as("dead letters")
        .isEmpty();
    return this;
  }

  /** Gold in coredms is what the raw topic says, for each dataset. */
  public LiveTenant hasGold(GateOutcome expected) {
    assertThat(expected.gold(earliestInterval()).differenceTo(gold().stream()))
        .as("gold in coredms")
        .isEmpty();
    return this;
  }

  /** The committed rows of a silver analytic in Kafka. */
  public Rows silver(RowShape analytic) {
    Rows rows = new Rows();
    forEach(
        name + ".silver." + analytic.name(),
        node -> rows.add(ExportedRows.row(node, analytic, Set.of())));
    return rows;
  }

  /** The rows of a silver analytic in coredms. */
  public Rows coredms(RowShape analytic) {
    return table("silver_" + analytic.name(), analytic);
  }

  /** The late records. */
  public Rows late() {
    return ExportedLetters.late(values("late"), GateOutcome.LATE);
  }

  /** The dead letters. */
  public Rows deadLetters() {
    return ExportedLetters.deadLetters(values("dead-letters"), GateOutcome.DEAD_LETTERS);
  }

  /** The committed JSON objects of a topic of this tenant, such as {@code alerts}. */
  public List<JsonNode> values(String topic) {
    List<JsonNode> values = new ArrayList<>();
    forEach(name + "." + topic, values::add);
    return values;
  }

  /** Where the earliest interval with gold begins; milliseconds since the epoch. */
  public long earliestInterval() {
    return rows(
            "SELECT interval_start FROM " + keyspace() + ".gold_vm_recommendations",
            row -> row.getInstant("interval_start"))
        .stream()
        .mapToLong(Instant::toEpochMilli)
        .min()
        .orElseThrow();
  }

  /** The gold rows in coredms, of all intervals. */
  public Rows gold() {
    return table("gold_vm_recommendations", VmCpu.RECOMMENDATIONS);
  }

  /** The committed gold rows on their topic, of all runs. */
  public Rows goldOnTopic() {
    Rows rows = new Rows();
    forEach(
        name + ".gold.vm_recommendations",
        node -> rows.add(ExportedRows.row(node, VmCpu.RECOMMENDATIONS, Set.of())));
    return rows;
  }

  private void forEach(String topic, Consumer<JsonNode> action) {
    kafka.forEach(
        topic, record -> action.accept(json(new String(record.value(), StandardCharsets.UTF_8))));
  }

  private Rows table(String table, RowShape shape) {
    Rows rows = new Rows();
    coredms
        .execute("SELECT * FROM " + keyspace() + "." + table)
        .forEach(row -> rows.add(shape.row(values(row, shape))));
    return rows;
  }

  private static Object[] values(Row row, RowShape shape) {
    return shape.columns().stream()
        .map(
            column ->
                row.getObject(column.name()) instanceof Instant time
                    ? (Object) time.toEpochMilli()
                    : row.getObject(column.name()))
        .toArray();
  }

  private <T> List<T> rows(String cql, Function<Row, T> read) {
    return coredms.execute(cql).all().stream().map(read).toList();
  }

  /** A JSON object as it lies in a topic. */
  public static JsonNode json(byte[] value) {
    return json(new String(value, StandardCharsets.UTF_8));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }

  @Override
  public void close() {
    coredms.close();
    remove.run();
  }
}
