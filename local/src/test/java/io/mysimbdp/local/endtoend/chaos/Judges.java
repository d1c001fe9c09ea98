package io.mysimbdp.local.endtoend.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges several tenants, some at the same time: twins of all of them do not fit at once. */
final class Judges {
  private static final int AT_ONCE = 2;

  private Judges() {}

  /** What comes of all subjects, in their order. */
  static List<Comparison> all(List<Subject> subjects) throws InterruptedException {
    List<Callable<List<Comparison>>> judging = new ArrayList<>();
    subjects.forEach(subject -> judging.add(subject::judge));
    ExecutorService judges = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Comparison> comparisons = new ArrayList<>();
      for (Future<List<Comparison>> judged : judges.invokeAll(judging)) {
        comparisons.addAll(judged.get());
      }
      return comparisons;
    } catch (ExecutionException e) {
      throw new AssertionError("a tenant could not be judged", e.getCause());
    } finally {
      judges.shutdownNow();
    }
  }
}
