package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Lets the faults of a plan happen to tenants that are fed meanwhile.
 *
 * <p>A fault is done only while the pipeline is whole and busy: since the one before, every stream
 * job and every loader has completed a checkpoint, committed silver of every tenant has been seen,
 * and every stream job has an open transaction in which it has written. Where that is not so in
 * time, the fault is left out and does not count.
 */
final class ChaosRun {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration END_WITHIN = Duration.ofMinutes(10);

  /** After so many faults in a row that had to be left out, waiting for more is no use. */
  private static final int MOST_LEFT_OUT = 3;

  private static final Duration LOOK = Duration.ofMillis(300);

  private final Stack stack;
  private final ChaosOptions options;
  private final Plan plan;
  private final Manner manner;
  private final List<Subject> subjects;
  private final List<Feed> feeds = new ArrayList<>();
  private final List<Premature> premature = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final Map<String, Long> facts = new LinkedHashMap<>();
  private long lastFault = System.currentTimeMillis();
  private Map<String, Long> seenBefore = Map.of();

  ChaosRun(Stack stack, ChaosOptions options, Plan plan, Manner manner, List<Subject> subjects) {
    this.stack = stack;
    this.options = options;
    this.plan = plan;
    this.manner = manner;
    this.subjects = List.copyOf(subjects);
  }

  /** Runs to the end, whatever happens, and says what came of it. */
  Report report() throws InterruptedException {
    long start = System.nanoTime();
    List<Tenant> tenants = subjects.stream().map(Subject::tenant).toList();
    try (Watcher watcher = Watcher.start(stack.brokers(), tenants);
        Vitals vitals = new Vitals(stack, tenants)) {
      subjects.forEach(subject -> feeds.add(Feed.start(stack, subject)));
      tenants.forEach(tenant -> Premature.start(stack, tenant, watcher).ifPresent(premature::add));
      Scene scene = new Scene(stack, tenants, feeds, watcher, vitals);
      int leftOut = 0;
      Agenda agenda = new Agenda(plan);
      for (Optional<Strike> next = agenda.next(); next.isPresent(); next = agenda.next()) {
        if (System.nanoTime() - start > options.within().toNanos()) {
          break; // the report says that not all was done
        }
        Strike strike = next.get();
        Outcome outcome = strike(strike, scene);
        outcomes.add(outcome);
        say(outcome, start);
        if (outcome.counted() && !outcome.recovered()) {
          troubles.add("not recovered from fault " + strike + "; the rest of the plan is left out");
          break;
        }
        if (!outcome.counted()) {
          agenda.again(strike);
        }
        // One that missed its moment leaves a pipeline that goes on.
        leftOut = outcome.recovered() ? 0 : leftOut + 1;
        if (leftOut == MOST_LEFT_OUT) {
          troubles.add("the pipeline stands still; the rest of the plan is left out");
          break;
        }
      }
      feeds.forEach(Feed::hurry);
      for (Feed feed : feeds) {
        feed.finish(END_WITHIN);
      }
      judge(watcher);
    } catch (AssertionError | RuntimeException e) {
      troubles.add("the run broke off: " + e);
    } finally {
      feeds.forEach(Feed::close);
      premature.forEach(Premature::close);
    }
    facts.put("datasets begun", feeds.stream().mapToLong(Feed::begun).sum());
    facts.put("datasets closed", feeds.stream().mapToLong(Feed::closed).sum());
    return new Report(
        options,
        Duration.ofNanos(System.nanoTime() - start),
        List.copyOf(outcomes),
        List.copyOf(comparisons),
        facts,
        List.copyOf(troubles));
  }

  private Outcome strike(Strike strike, Scene scene) throws InterruptedException {
    Attack attack = manner.aim().at(scene, strike);
    try {
      await()
          .atMost(READY_WITHIN)
          .pollInterval(LOOK)
          .until(() -> isWholeAndBusy(scene) && attack.ready());
    } catch (ConditionTimeoutException e) {
      return new Outcome(
          strike,
          false,
          null,
          "left out: the pipeline was not whole and busy within " + READY_WITHIN);
    }
    Blow blow = attack.strike();
    seenBefore = scene.watcher().silver();
    lastFault = blow.over();
    try {
      await().atMost(manner.recoveredWithin()).pollInterval(LOOK).until(attack::isBack);
      lastFault = System.currentTimeMillis();
      long recovered =
          await()
              .atMost(manner.recoveredWithin())
              .pollInterval(LOOK)
              .until(() -> scene.vitals().allCheckpointedSince(lastFault), OptionalLong::isPresent)
              .getAsLong();
      return new Outcome(
          strike, blow.hit(), Duration.ofMillis(recovered - blow.since()), blow.note());
    } catch (ConditionTimeoutException e) {
      return new Outcome(strike, true, null, "not recovered within " + manner.recoveredWithin());
    }
  }

  private boolean isWholeAndBusy(Scene scene) {
    return seesMore(scene.watcher())
        && scene.vitals().allCheckpointedSince(lastFault).isPresent()
        && (!manner.transactional() || scene.vitals().allInTransaction());
  }

  /** Whether every tenant has committed silver since the fault before. */
  private boolean seesMore(Watcher watcher) {
    return watcher.silver().entrySet().stream()
        .allMatch(now -> now.getValue() > seenBefore.getOrDefault(now.getKey(), 0L));
  }

  private void judge(Watcher watcher) throws InterruptedException {
    for (Premature looking : premature) {
      comparisons.add(looking.finish());
    }
    subjects.forEach(Subject::settle);
    comparisons.addAll(Judges.all(subjects));
    comparisons.addAll(watcher.finish(END_WITHIN));
    troubles.addAll(watcher.troubles());
  }

  private static void say(Outcome outcome, long start) {
    System.out.printf(
        "[%4d s] %s%s%s%n",
        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
        outcome.strike(),
        outcome.recovered()
            ? ", recovered in %.1f s".formatted(outcome.recovery().toMillis() / 1e3)
            : "",
        outcome.note().isEmpty() ? "" : ": " + outcome.note());
  }
}
