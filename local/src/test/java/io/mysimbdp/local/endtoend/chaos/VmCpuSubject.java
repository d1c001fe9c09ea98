package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.oracle.GateOutcome;
import io.mysimbdp.local.endtoend.oracle.VmCpu;
import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import io.mysimbdp.local.endtoend.stack.LiveTenant;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.local.stack.Project;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/**
 * vm-cpu, fed with made-up readings, some of them late and some spoilt. The truth about it is the
 * gate's rule over its raw topic as it lies there in the end, whatever the emulators had meant to
 * send: silver is a function of that and of nothing else.
 */
final class VmCpuSubject implements Subject {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Event time from the close of a dataset to the begin of the next; a multiple of every window.
   */
  private static final long GAP_SECONDS = 900;

  private static final long MONTH_SECONDS = Duration.ofDays(31).toSeconds();
  private static final int INTERVAL_SECONDS = 20;

  private final Tenant tenant = Definitions.read(Project.find().tenants().resolve("vm-cpu"));
  private final Stack stack;
  private final LiveTenant live;
  private final ChaosOptions options;
  private final Duration patience;
  private final int machines;
  private final String pace;

  /** Event time of a dataset; a multiple of every window. */
  private final long spanSeconds;

  VmCpuSubject(Stack stack, ChaosOptions options) {
    this(stack, options, PATIENCE);
  }

  /**
   * Deploys it.
   *
   * @param patience how long it waits for the last ledgers
   */
  VmCpuSubject(Stack stack, ChaosOptions options, Duration patience) {
    this.stack = stack;
    this.live = LiveTenant.deployed(stack);
    this.options = options;
    this.patience = patience;
    // The trace lasts 31 days: 74 minutes of the brief form, four hours of the long one. A dataset
    // lasts half a minute, or five minutes, as each costs a batch run.
    this.machines = options.inFull() ? 30 : 60;
    this.pace = options.inFull() ? "180x" : "600x";
    this.spanSeconds = options.inFull() ? 54_000 : 18_000;
  }

  @Override
  public Tenant tenant() {
    return tenant;
  }

  @Override
  public List<String> emulate(int number, boolean hurried) {
    long period = spanSeconds + GAP_SECONDS;
    long start = number * period;
    if (start + period > MONTH_SECONDS) {
      return List.of();
    }
    List<String> command = new ArrayList<>(readings(number, start));
    if (!hurried) {
      command.add("--rate=" + pace);
    }
    return command;
  }

  private List<String> readings(int number, long start) {
    return List.of(
        "emulate",
        "vm-cpu",
        "--synthetic",
        "--seed=" + (options.seed() + number),
        "--dataset=" + Subject.dataset(number),
        "--vms=" + machines,
        "--interval=" + INTERVAL_SECONDS,
        "--spread=1",
        "--readings=" + machines * spanSeconds / INTERVAL_SECONDS,
        "--start=" + start,
        "--from=" + time(start),
        "--close=" + time(start + spanSeconds),
        "--delayed=0.02",
        "--delay=20m",
        "--faults=0.005");
  }

  private static Instant time(long second) {
    return Instant.parse("2019-01-01T00:00:00Z").plusSeconds(second);
  }

  @Override
  public List<Comparison> judge() {
    GateOutcome expected = live.expected();
    List<GateOutcome.Dataset> datasets = closed(expected);
    Map<String, JsonNode> ledgers = ledgers(datasets.size());
    List<Comparison> comparisons = new ArrayList<>();
    for (RowShape analytic : VmCpu.SILVER) {
      Rows rows = expected.analytics().silver(analytic);
      comparisons.add(
          Comparison.of("silver in Kafka: " + analytic.name(), rows, live.silver(analytic)));
      comparisons.add(
          Comparison.of("silver in coredms: " + analytic.name(), rows, live.coredms(analytic)));
    }
    comparisons.add(Comparison.of("late records", expected.late(), live.late()));
    comparisons.add(Comparison.of("dead letters", expected.deadLetters(), live.deadLetters()));
    BatchRuns runs = BatchRuns.of(stack, tenant.name());
    Rows gold = expected.gold(expected.earliest(), datasets);
    comparisons.add(Comparison.of("gold in coredms", gold, live.gold()));
    comparisons.add(GoldOnTopic.compare("gold in Kafka", gold, live.goldOnTopic()));
    comparisons.addAll(new VmCpuAlerts(live.values("alerts")).compare(expected.analytics()));
    comparisons.add(new VmCpuLedgers(expected, datasets).compare(ledgers));
    List<String> names = datasets.stream().map(GateOutcome.Dataset::name).toList();
    comparisons.add(runs.compare("batch runs, one a dataset", names));
    return comparisons;
  }

  /** Those that are there in the end, even if some are missing. */
  private Map<String, JsonNode> ledgers(int count) {
    try {
      await().atMost(patience).ignoreExceptions().until(() -> live.ledgers().size() >= count);
    } catch (ConditionTimeoutException e) {
      // Which ones are missing is said by the comparison.
    }
    return live.ledgers();
  }

  /** The datasets that every partition has closed. */
  private List<GateOutcome.Dataset> closed(GateOutcome expected) {
    int partitions = tenant.raw().get(0).partitions();
    return expected.datasets().values().stream()
        .filter(dataset -> dataset.partitions().size() == partitions)
        .toList();
  }

  @Override
  public void close() {
    live.close();
  }
}
