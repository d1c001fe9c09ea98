package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.data.Trace;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import io.mysimbdp.local.endtoend.stack.Away;
import io.mysimbdp.local.endtoend.stack.CommandLine;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Cassandra, and after it the broker, are away for minutes while records come. What can do without
 * goes on, what cannot waits, and in the end nothing is missing and nobody had to help.
 */
@ExtendWith(OnStack.class)
@EnabledIfSystemProperty(named = LongForm.PROPERTY, matches = LongForm.NOT_BRIEF)
class ServersAwayIT {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration CASSANDRA_AWAY = Duration.ofSeconds(LongForm.either(45, 600));
  private static final Duration BROKER_AWAY = Duration.ofSeconds(LongForm.either(40, 300));

  /** In each of these stretches of Cassandra's absence silver has to go on. */
  private static final int STRETCHES = 3;

  private static final long RATE = 400;

  @Test
  void silverGoesOnWithoutCassandraAndAllGoesOnAfterTheBroker(Stack stack) {
    // So much that the feed outlasts both, and the starts behind them.
    Path trace =
        new Trace(30, LongForm.either(240, 1200) * RATE, 43)
            .write(stack.folder("trace").resolve("trace.csv"));
    FlinkJobs flink = new FlinkJobs(stack.flink());
    try (LiveTenant tenant = LiveTenant.deployed(stack)) {
      CommandLine.Running feed =
          stack
              .commands()
              .start("emulate", "vm-cpu", "--input", trace.toString(), "--rate", "" + RATE);
      String stream = awaitStream(flink);
      await().atMost(PATIENCE).until(() -> tenant.coredms(VmCpu.WINDOWS).size() > 0);
      withoutCassandra(stack, tenant, flink, stream);
      withoutBroker(stack, tenant, flink);
      feed.await(PATIENCE.plus(CASSANDRA_AWAY).plus(BROKER_AWAY)).succeeded();
      assertThat(awaitStream(flink)).as("the stream job").isEqualTo(stream);

      JsonNode ledger = tenant.awaitDone(1).get(0);
      assertThat(ledger.required("balanced").booleanValue()).as("%s", ledger).isTrue();
      GateOutcome expected = tenant.expected();
      tenant.has(expected).hasGold(expected);
      System.out.printf(
          Locale.ROOT,
          "exact and balanced: %,d records sent%n",
          ledger.required("sent").longValue());
    }
  }

  private static void withoutCassandra(
      Stack stack, LiveTenant tenant, FlinkJobs flink, String stream) {
    long atFirst = committed(tenant);
    long began = System.nanoTime();
    Away.during(
        stack,
        "cassandra",
        () -> {
          for (int stretch = 1; stretch <= STRETCHES; stretch++) {
            long before = committed(tenant);
            pass(began, CASSANDRA_AWAY.multipliedBy(stretch).dividedBy(STRETCHES));
            assertThat(answers(stack.cassandra())).as("Cassandra answers").isFalse();
            assertThat(committed(tenant)).as("committed silver").isGreaterThan(before);
          }
        });
    long seconds = secondsSince(began);
    long meanwhile = committed(tenant);
    assertThat(flink.running("vm-cpu.stream")).as("the stream job").isEqualTo(List.of(stream));
    assertThat(flink.restarts(stream)).as("restarts of the stream job").isZero();
    assertThat(flink.restored(stream)).as("restores of the stream job").isZero();
    long back = System.nanoTime();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> tenant.coredms(VmCpu.WINDOWS).size() >= meanwhile);
    System.out.printf(
        Locale.ROOT,
        "Cassandra away for %d s: %,d rows of silver more, no restart; all there after %d s%n",
        seconds,
        meanwhile - atFirst,
        secondsSince(back));
  }

  private static void withoutBroker(Stack stack, LiveTenant tenant, FlinkJobs flink) {
    long before = committed(tenant);
    long began = System.nanoTime();
    Away.during(
        stack,
        "kafka",
        () -> {
          for (int stretch = 1; stretch <= STRETCHES; stretch++) {
            pass(began, BROKER_AWAY.multipliedBy(stretch).dividedBy(STRETCHES));
            assertThat(answers(stack.brokers())).as("the broker answers").isFalse();
          }
        });
    long seconds = secondsSince(began);
    long back = System.nanoTime();
    await().atMost(PATIENCE).ignoreExceptions().until(() -> committed(tenant) > before);
    System.out.printf(
        Locale.ROOT,
        "the broker away for %d s: silver goes on after %d s, stream job restarted %d times%n",
        seconds,
        secondsSince(back),
        flink.restarts(awaitStream(flink)));
  }

  /** How many windows are committed in Kafka. */
  private static long committed(LiveTenant tenant) {
    return tenant.silver(VmCpu.WINDOWS).size();
  }

  private static String awaitStream(FlinkJobs flink) {
    return await()
        .atMost(PATIENCE)
        .until(() -> flink.running("vm-cpu.stream"), ids -> !ids.isEmpty())
        .get(0);
  }

  private static boolean answers(String address) {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
          1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns when so much time has passed. */
  private static void pass(long sinceNanos, Duration span) {
    await()
        .atMost(span.plusMinutes(1))
        .until(() -> System.nanoTime() - sinceNanos >= span.toNanos());
  }

  private static long secondsSince(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanos);
  }
}
