package io.mysimbdp.local.endtoend.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges several tenants, some at the same time: twins of all of them do not fit at once. */
record Judges(List<Subject> subjects) {
  private static final int AT_ONCE = 2;

  /** Adds what comes of each subject, in their order; who cannot be judged is a trouble. */
  void judge(List<Comparison> comparisons, List<String> troubles) throws InterruptedException {
    List<Callable<List<Comparison>>> judging = new ArrayList<>();
    subjects.forEach(subject -> judging.add(subject::judge));
    ExecutorService judges = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<Comparison>>> judged = judges.invokeAll(judging);
      for (int i = 0; i < judged.size(); i++) {
        try {
          comparisons.addAll(judged.get(i).get());
        } catch (ExecutionException e) {
          String tenant = subjects.get(i).tenant().name();
          troubles.add(Trouble.of(tenant + " could not be judged", e.getCause()));
        }
      }
    } finally {
      judges.shutdownNow();
    }
  }
}
