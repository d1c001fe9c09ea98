package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.Finished;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Kafka;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.OpenTransactions;
import io.mysimbdp.local.endtoend.stack.RawProducer;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.endtoend.stack.Suspended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The stream job stands still for longer than its transactions may stay open. Kafka aborts them,
 * and what Flink commits afterwards is gone: that is noticed wherever somebody might look, and a
 * replay from the raw topics makes it good, to the last bit.
 */
@ExtendWith(OnStack.class)
class FencedTransactionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Of transactions: many checkpoints long, and shorter than Flink waits for a TaskManager. */
  private static final String TIMEOUT = "8s";

  private static final Duration ABORTED = Duration.ofSeconds(18);
  private static final Duration NOTICED = Duration.ofSeconds(20);
  private static final Duration OFTEN = Duration.ofMillis(20);

  /** A checkpoint may be quicker than the signal; then there is a next time. */
  private static final int ATTEMPTS = 6;

  /** Multiples of every window of vm-cpu. */
  private static final int SPAN = 3_600;

  private static final int PERIOD = SPAN + 900;
  private static final int EVERY = 5;
  private static final int SLICE = SPAN / ATTEMPTS;

  @Test
  void whatIsLostIsNoticedAndTheReplayIsExact(Stack stack) {
    try (LiveTenant tenant = LiveTenant.deployed(stack, "--transaction-timeout", TIMEOUT);
        Scene scene = new Scene(stack, tenant)) {
      String incomplete = scene.loseSilverOfADataset();
      JsonNode ledger = tenant.awaitDone(1).get(0);
      assertThat(ledger.required("problems").toString()).contains("the silver topic holds");
      assertThat(tenant.batchRuns()).isEmpty();

      String waiting = scene.loseACompletion();
      Finished status = stack.mysimbdp(PATIENCE, "status", "vm-cpu").ended(1);
      assertThat(status.out())
          .contains("dataset          " + incomplete + ": INCOMPLETE")
          .contains("dataset          " + waiting + ": WAITING: its completion is lost")
          .contains("./mysimbdp replay vm-cpu");
      scene.isLogged("taskmanager", "LOST SILVER of tenant vm-cpu");
      scene.isLogged("trigger", "tenant vm-cpu has LOST SILVER");
      scene.isLogged("trigger", "dataset " + incomplete + " of vm-cpu has LOST SILVER");

      stack.mysimbdp(PATIENCE, "replay", "vm-cpu", "--transaction-timeout", "15m").succeeded();
      scene.isExactAndBalanced();
      status = stack.mysimbdp(PATIENCE, "status", "vm-cpu").succeeded();
      assertThat(status.out()).doesNotContain("LOST").doesNotContain("WAITING");
    }
  }

  /** Feeds the tenant with one small dataset after the other, and makes its job stand still. */
  private record Scene(
      Stack stack,
      LiveTenant tenant,
      RawProducer producer,
      OpenTransactions open,
      List<String> datasets)
      implements AutoCloseable {

    Scene(Stack stack, LiveTenant tenant) {
      this(
          stack,
          tenant,
          tenant.producer(),
          new OpenTransactions(stack.brokers(), "vm-cpu.stream"),
          new ArrayList<>());
    }

    /** The dataset is closed afterwards, so its completions say what there should be. */
    String loseSilverOfADataset() {
      int from = begin();
      int attempt = 0;
      do {
        assertThat(attempt).as("attempts").isLessThan(ATTEMPTS);
        readings(from + attempt * SLICE, from + (attempt + 1) * SLICE);
        attempt++;
      } while (!standStillWith("vm-cpu.silver.vm_cpu_windows") || losses(false).isEmpty());
      String job = new FlinkJobs(stack.flink()).running("vm-cpu.stream").get(0);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(new FlinkJobs(stack.flink()).counter(job, ".lostTransactions"))
                      .as("lostTransactions of the stream job")
                      .isPositive());
      end(from, attempt * SLICE / EVERY);
      return last();
    }

    /** Nobody hears of the dataset then but by the notice of the loss. */
    String loseACompletion() {
      int attempt = 0;
      do {
        assertThat(attempt).as("attempts").isLessThan(ATTEMPTS);
        int from = begin();
        readings(from, from + SLICE);
        end(from, SLICE / EVERY);
        attempt++;
      } while (!standStillWith("vm-cpu.completions") || losses(true).isEmpty());
      return last();
    }

    private int begin() {
      int from = datasets.size() * PERIOD;
      datasets.add("fenced-" + datasets.size());
      producer.begin(last(), from, from + SPAN);
      return from;
    }

    private String last() {
      return datasets.get(datasets.size() - 1);
    }

    private void readings(int from, int to) {
      for (int second = from; second < to; second += EVERY) {
        int number = second / EVERY;
        producer.reading(number % producer.partitions(), "vm-" + number % 7, second, number % 101);
      }
    }

    private void end(int from, int readings) {
      for (int partition = 0; partition < producer.partitions(); partition++) {
        int sent =
            readings / producer.partitions()
                + (partition < readings % producer.partitions() ? 1 : 0);
        producer.end(last(), partition, from, from + SPAN, sent);
      }
    }

    /**
     * Waits until the job has written to this topic in a transaction, and makes it stand still
     * until Kafka has aborted that.
     *
     * @return whether the transaction was still open when the job stood still
     */
    private boolean standStillWith(String topic) {
      try {
        await().pollInterval(OFTEN).atMost(NOTICED).until(() -> open.topics().contains(topic));
      } catch (ConditionTimeoutException e) {
        return false; // committed between two looks
      }
      boolean[] hit = {false};
      Suspended.during(
          stack.taskManagers(),
          () -> {
            hit[0] = open.topics().contains(topic);
            if (hit[0]) {
              await().atMost(ABORTED).until(() -> open.ids().isEmpty());
            }
          });
      return hit[0];
    }

    /** The notices of losses, those of silver in the last dataset, or of its completion. */
    private List<JsonNode> losses(boolean ofCompletion) {
      try {
        return await()
            .atMost(NOTICED)
            .until(() -> noticed(ofCompletion), found -> !found.isEmpty());
      } catch (ConditionTimeoutException e) {
        return List.of(); // the job had more to write, was refused, and began anew
      }
    }

    private List<JsonNode> noticed(boolean ofCompletion) {
      List<JsonNode> notices = new ArrayList<>();
      tenant
          .kafka()
          .forEach(
              "vm-cpu.completions",
              record -> {
                if ("loss".equals(Kafka.header(record, "mysimbdp-control"))) {
                  JsonNode loss = LiveTenant.json(record.value());
                  boolean completion = loss.required("datasets").toString().contains(last());
                  boolean silver = loss.required("records").has("vm-cpu.silver.vm_cpu_windows");
                  if (ofCompletion ? completion : silver) {
                    notices.add(loss);
                  }
                }
              });
      return notices;
    }

    void isLogged(String process, String sentence) {
      await().atMost(PATIENCE).until(() -> logged(process, sentence));
    }

    private boolean logged(String process, String sentence) {
      try (var files = Files.list(stack.commands().home().resolve("logs"))) {
        for (Path file : files.filter(f -> name(f).startsWith(process)).toList()) {
          if (Files.readString(file).contains(sentence)) {
            return true;
          }
        }
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the logs", e);
      }
    }

    private static String name(Path file) {
      return file.getFileName().toString();
    }

    void isExactAndBalanced() {
      tenant
          .awaitDone(datasets.size())
          .forEach(
              ledger ->
                  assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue());
      assertThat(Set.copyOf(tenant.datasets())).isEqualTo(Set.copyOf(datasets));
      GateOutcome expected = tenant.expected();
      tenant.has(expected);
      assertThat(tenant.batchRuns()).hasSize(datasets.size());
      assertThat(gold(expected).differenceTo(tenant.gold().stream())).isEmpty();
    }

    private Rows gold(GateOutcome expected) {
      Rows rows = new Rows();
      long start = tenant.earliestInterval();
      for (GateOutcome.Dataset dataset :
          expected.datasets().values().stream()
              .sorted(Comparator.comparingLong(GateOutcome.Dataset::finalEnd))
              .toList()) {
        expected.analytics().recommendations(start, dataset.finalEnd()).stream().forEach(rows::add);
        start = dataset.finalEnd();
      }
      return rows;
    }

    @Override
    public void close() {
      producer.close();
      open.close();
    }
  }
}
