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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The tenant vm-cpu deployed on the shared stack, and undeployed at the end. */
public final class Deployed implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String TENANT = "vm-cpu";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack;
  private final Kafka kafka;
  private final CqlSession coredms;

  private Deployed(Stack stack) {
    this.stack = stack;
    this.kafka = new Kafka(stack.brokers());
    String[] address = stack.cassandra().split(":", 2);
    this.coredms =
        CqlSession.builder()
            .addContactPoint(new InetSocketAddress(address[0], Integer.parseInt(address[1])))
            .withLocalDatacenter("datacenter1")
            .build();
  }

  /** Deploys the tenant. */
  public static Deployed on(Stack stack, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "deploy";
    arguments[1] = TENANT;
    System.arraycopy(options, 0, arguments, 2, options.length);
    stack.mysimbdp(PATIENCE, arguments).succeeded();
    return new Deployed(stack);
  }

  /** Runs {@code emulate vm-cpu} with these options to its end. */
  public Finished emulate(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "emulate";
    arguments[1] = TENANT;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return stack.mysimbdp(PATIENCE, arguments);
  }

  public String rawTopic() {
    return TENANT + ".raw.readings";
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
        "SELECT dataset FROM mysimbdp.datasets WHERE tenant = 'vm-cpu'", row -> row.getString(0));
  }

  /** Waits until so many datasets are through their batch run, and returns their ledgers. */
  public List<JsonNode> awaitDone(int count) {
    String cql = "SELECT state, ledger FROM mysimbdp.datasets WHERE tenant = 'vm-cpu'";
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
        "SELECT run, attempt FROM mysimbdp.batch_runs WHERE tenant = 'vm-cpu'",
        row -> row.getString("run") + " attempt " + row.getInt("attempt"));
  }

  /** Silver in Kafka and in coredms, late records and dead letters are as the raw topic says. */
  public Deployed has(GateOutcome expected) {
    for (RowShape analytic : VmCpu.SILVER) {
      Rows rows = expected.analytics().silver(analytic);
      assertThat(rows.differenceTo(topic("vm-cpu.silver." + analytic.name(), analytic).stream()))
          .as("silver in Kafka: %s", analytic.name())
          .isEmpty();
      assertThat(rows.differenceTo(table("silver_" + analytic.name(), analytic).stream()))
          .as("silver in coredms: %s", analytic.name())
          .isEmpty();
    }
    letters("vm-cpu.late", expected.late(), GateOutcome.LATE, ExportedLetters::late);
    letters(
        "vm-cpu.dead-letters",
        expected.deadLetters(),
        GateOutcome.DEAD_LETTERS,
        ExportedLetters::deadLetters);
    return this;
  }

  private void letters(
      String topic,
      Rows expected,
      RowShape shape,
      BiFunction<List<JsonNode>, RowShape, Rows> read) {
    List<JsonNode> letters = new ArrayList<>();
    forEach(topic, letters::add);
    assertThat(expected.differenceTo(read.apply(letters, shape).stream())).as(topic).isEmpty();
  }

  /** Where the earliest interval with gold begins; milliseconds since the epoch. */
  public long earliestInterval() {
    return rows(
            "SELECT interval_start FROM vm_cpu.gold_vm_recommendations",
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

  private Rows topic(String topic, RowShape shape) {
    Rows rows = new Rows();
    forEach(topic, node -> rows.add(ExportedRows.row(node, shape, Set.of())));
    return rows;
  }

  private void forEach(String topic, Consumer<JsonNode> action) {
    kafka.forEach(
        topic, record -> action.accept(json(new String(record.value(), StandardCharsets.UTF_8))));
  }

  private Rows table(String table, RowShape shape) {
    Rows rows = new Rows();
    coredms
        .execute("SELECT * FROM vm_cpu." + table)
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
    stack.mysimbdp(PATIENCE, "undeploy", TENANT).succeeded();
  }
}
