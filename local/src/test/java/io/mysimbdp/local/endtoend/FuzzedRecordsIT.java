package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.local.endtoend.fuzz.Canary;
import io.mysimbdp.local.endtoend.fuzz.FuzzFeed;
import io.mysimbdp.local.endtoend.fuzz.Readings;
import io.mysimbdp.local.endtoend.fuzz.Sightings;
import io.mysimbdp.local.endtoend.fuzz.Template;
import io.mysimbdp.local.endtoend.fuzz.Trips;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.stack.DeployedTenant;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.Ledgers;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.coredms.CoreDms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records as only malice would send them, through the real road: nothing restarts, every one is
 * accounted for, and no text ever becomes part of a query. {@code -Dmysimbdp.it.seed} plays another
 * game.
 */
@ExtendWith(OnStack.class)
class FuzzedRecordsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long SEED = Long.getLong("mysimbdp.it.seed", 47);
  private static final int GIANTS = LongForm.either(16, 64);
  private static final int SHOWN = LongForm.either(1000, 10_000);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readingsAreExactToTheLastDeadLetter(Stack stack) {
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      through(
          stack,
          "vm-cpu",
          "readings",
          "vm_cpu_windows",
          new Readings(),
          Readings.FROM,
          Readings.CLOSE,
          LongForm.either(12_000, 700_000));
      GateOutcome expected = tenant.expected();
      tenant.has(expected).hasGold(expected);
      assertThat(expected.dataset().total().rejected()).isGreaterThan(1000);
      isShownInLines(stack, "dead-letters");
      isShownInLines(stack, "vm_cpu_windows");
      assertThat(stack.mysimbdp(PATIENCE, "status").succeeded().out())
          .contains("vm-cpu.stream RUNNING");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = LongForm.PROPERTY, matches = LongForm.NOT_BRIEF)
  void tripsKeepTheirTexts(Stack stack) {
    try (DeployedTenant tenant = DeployedTenant.of(stack, "taxi")) {
      through(
          stack,
          tenant.name(),
          "trips",
          "hot_spots",
          new Trips(),
          Trips.FROM,
          Trips.CLOSE,
          LongForm.either(4_000, 150_000));
    }
  }

  @Test
  @EnabledIfSystemProperty(named = LongForm.PROPERTY, matches = LongForm.NOT_BRIEF)
  void sightingsKeepTheirTexts(Stack stack) {
    try (DeployedTenant tenant = DeployedTenant.of(stack, "rest-home")) {
      through(
          stack,
          tenant.name(),
          "sightings",
          "person_activity",
          new Sightings(),
          Sightings.FROM,
          Sightings.CLOSE,
          LongForm.either(4_000, 150_000));
    }
  }

  private static void through(
      Stack stack,
      String tenant,
      String stream,
      String analytic,
      Template template,
      String from,
      String close,
      long count) {
    FlinkJobs flink = new FlinkJobs(stack.flink());
    String silver = awaitJob(flink, tenant + ".stream");
    String loader = awaitJob(flink, tenant + ".loader");
    Kafka kafka = new Kafka(stack.brokers());
    try (CqlSession session = CoreDms.open(stack.cassandra());
        Canary canary = new Canary(session)) {
      long began = System.nanoTime();
      Set<String> texts =
          new FuzzFeed(stack.brokers(), tenant + ".raw." + stream)
              .send(template, from, close, count, GIANTS, SEED);
      JsonNode ledger = awaitLedger(session, tenant);

      assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
      assertThat(ledger.required("sent").longValue()).isEqualTo(count);
      assertThat(kafka.committed(tenant + ".dead-letters"))
          .isEqualTo(ledger.required("rejected").longValue());
      assertThat(kafka.committed(tenant + ".late")).isEqualTo(ledger.required("late").longValue());
      assertThat(flink.running(tenant + ".stream")).containsExactly(silver);
      assertThat(flink.running(tenant + ".loader")).containsExactly(loader);
      assertThat(flink.restarts(silver)).as("restarts of the stream job").isZero();
      assertThat(flink.restarts(loader)).as("restarts of the loader").isZero();

      Map<String, Long> inKafka = inKafka(kafka, tenant + ".silver." + analytic, template);
      Set<String> cameThrough = late(kafka, tenant + ".late", template);
      cameThrough.addAll(inKafka.keySet());
      assertThat(cameThrough).containsAll(texts);
      assertThat(inCoredms(session, tenant, analytic, template)).isEqualTo(inKafka);
      assertThat(canary.lives()).as("no query was forged").isTrue();
      System.out.printf(
          Locale.ROOT,
          "%s, seed %d: %,d records in %d s: %s; %d hostile texts came through%n",
          tenant,
          SEED,
          count,
          Duration.ofNanos(System.nanoTime() - began).toSeconds(),
          List.of(
              ledger.required("accepted"),
              ledger.required("rejected"),
              ledger.required("late"),
              ledger.required("duplicate")),
          texts.size());
    }
  }

  private static String awaitJob(FlinkJobs flink, String name) {
    return await().atMost(PATIENCE).until(() -> flink.running(name), ids -> ids.size() == 1).get(0);
  }

  private static JsonNode awaitLedger(CqlSession session, String tenant) {
    return await()
        .atMost(PATIENCE)
        .until(() -> Ledgers.of(session, tenant).get(FuzzFeed.DATASET), found -> found != null);
  }

  /** By text in the watched column, how many rows have it. */
  private static Map<String, Long> inKafka(Kafka kafka, String topic, Template template) {
    Map<String, Long> rows = new HashMap<>();
    kafka.forEach(
        topic,
        record -> {
          try {
            String text = JSON.readTree(record.value()).required(template.watched()).textValue();
            rows.merge(text, 1L, Long::sum);
          } catch (IOException e) {
            throw new UncheckedIOException("silver that is no JSON", e);
          }
        });
    return rows;
  }

  /** The texts of the late records, which are in no window. */
  private static Set<String> late(Kafka kafka, String topic, Template template) {
    Set<String> texts = new HashSet<>();
    kafka.forEach(
        topic,
        record -> {
          try {
            JsonNode late = JSON.readTree(record.value());
            // Of one that was cut nothing was watched.
            if (!late.has("bytes")) {
              JsonNode original = JSON.readTree(late.required("value").textValue());
              texts.add(original.path(template.watched()).textValue()); // null where it may be
            }
          } catch (IOException e) {
            throw new UncheckedIOException("a late record that is no JSON", e);
          }
        });
    return texts;
  }

  private static Map<String, Long> inCoredms(
      CqlSession session, String tenant, String analytic, Template template) {
    Map<String, Long> rows = new HashMap<>();
    String table = tenant.replace('-', '_') + ".silver_" + analytic;
    session
        .execute("SELECT " + template.watched() + " FROM " + table)
        .forEach(row -> rows.merge(row.getString(0), 1L, Long::sum));
    return rows;
  }

  /** As many lines as records, each JSON, and nothing in them that a terminal would obey. */
  private static void isShownInLines(Stack stack, String what) {
    String shown =
        stack
            .mysimbdp(PATIENCE, "tail", "vm-cpu", what, "--from-beginning", "--count", "" + SHOWN)
            .succeeded()
            .out();
    List<String> lines = List.of(shown.split("\n", -1));
    assertThat(lines).hasSize(SHOWN + 1).last().isEqualTo("");
    for (String line : lines.subList(0, SHOWN)) {
      assertThat(line).startsWith("{").endsWith("}").doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
      try {
        assertThat(JSON.readTree(line).isObject()).isTrue();
      } catch (IOException e) {
        throw new UncheckedIOException("a line that is no JSON: " + line, e);
      }
    }
  }
}
