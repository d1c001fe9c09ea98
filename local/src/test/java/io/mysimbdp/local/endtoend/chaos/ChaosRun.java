package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the faults of a plan happen to tenants that are fed meanwhile, and judges what comes of it.
 */
final class ChaosRun {
  private static final Duration END_WITHIN = Duration.ofMinutes(10);

  /** After so many faults in a row that had to be left out, waiting for more is no use. */
  private static final int MOST_LEFT_OUT = 3;

  private final Stack stack;
  private final ChaosOptions options;
  private final Plan plan;
  private final Manner manner;
  private final List<Subject> subjects;
  private final List<Tenant> tenants;
  private final List<Feed> feeds = new ArrayList<>();
  private final List<Premature> premature = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final long start = System.nanoTime();

  ChaosRun(Stack stack, ChaosOptions options, Plan plan, Manner manner, List<Subject> subjects) {
    this.stack = stack;
    this.options = options;
    this.plan = plan;
    this.manner = manner;
    this.subjects = List.copyOf(subjects);
    this.tenants = subjects.stream().map(Subject::tenant).toList();
  }

  /** Something that is done with all the others, whatever becomes of them. */
  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }

  /** Runs to the end, whatever happens, and says what came of it. */
  Report report() throws InterruptedException {
    try (Watcher watcher = Watcher.start(stack.brokers(), tenants);
        JobWatch jobs = JobWatch.over(stack, tenants);
        Vitals vitals = new Vitals(stack, tenants)) {
      tried("the feeding", () -> begin(watcher));
      Scene scene = new Scene(stack, tenants, feeds, watcher, vitals);
      tried("the plan", () -> strikes(new Striking(scene, manner)));
      feeds.forEach(Feed::hurry);
      for (Feed feed : feeds) {
        tried("the end of a feed", () -> feed.finish(END_WITHIN));
      }
      judge(watcher, jobs);
    } finally {
      feeds.forEach(Feed::close);
      premature.forEach(Premature::close);
    }
    Map<String, Long> facts = new LinkedHashMap<>();
    facts.put("datasets begun", feeds.stream().mapToLong(Feed::begun).sum());
    facts.put("datasets closed", feeds.stream().mapToLong(Feed::closed).sum());
    return new Report(
        options,
        plan,
        Duration.ofNanos(System.nanoTime() - start),
        List.copyOf(outcomes),
        List.copyOf(comparisons),
        facts,
        List.copyOf(troubles));
  }

  private void begin(Watcher watcher) {
    subjects.forEach(subject -> feeds.add(Feed.start(stack, subject)));
    tenants.forEach(tenant -> Premature.start(stack, tenant, watcher).ifPresent(premature::add));
  }

  private void strikes(Striking striking) throws InterruptedException {
    int leftOut = 0;
    Agenda agenda = new Agenda(plan);
    for (Optional<Strike> next = agenda.next(); next.isPresent(); next = agenda.next()) {
      if (System.nanoTime() - start > options.within().toNanos()) {
        return; // the report says that not all was done
      }
      Strike strike = next.get();
      Outcome outcome = striking.strike(strike);
      outcomes.add(outcome);
      say(outcome);
      if (outcome.result() == Blow.Result.BROKEN) {
        troubles.add(strike + ": " + outcome.note());
      }
      if (outcome.done() && !outcome.recovered()) {
        troubles.add("not recovered from fault " + strike + "; the rest of the plan is left out");
        return;
      }
      if (!outcome.counted()) {
        agenda.again(strike);
      }
      leftOut = outcome.done() ? 0 : leftOut + 1;
      if (leftOut == MOST_LEFT_OUT) {
        troubles.add("the pipeline stands still; the rest of the plan is left out");
        return;
      }
    }
  }

  private void judge(Watcher watcher, JobWatch jobs) throws InterruptedException {
    for (Premature looking : premature) {
      tried("looking into coredms", () -> comparisons.add(looking.finish()));
    }
    for (Subject subject : subjects) {
      tried("the last dataset of " + subject.tenant().name(), subject::settle);
    }
    for (Feed feed : feeds) {
      tried("the look for closed datasets", () -> comparisons.add(feed.compare()));
      troubles.addAll(feed.troubles());
    }
    new Judges(subjects).judge(comparisons, troubles);
    comparisons.addAll(jobs.compare());
    tried("the reader of what is committed", () -> comparisons.addAll(watcher.finish(END_WITHIN)));
    troubles.addAll(watcher.troubles());
  }

  /** What breaks off is a trouble of its own, and takes no evidence with it. */
  private void tried(String what, Step step) throws InterruptedException {
    try {
      step.run();
    } catch (AssertionError | RuntimeException e) {
      troubles.add(Trouble.of(what + " broke off", e));
    }
  }

  private void say(Outcome outcome) {
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
