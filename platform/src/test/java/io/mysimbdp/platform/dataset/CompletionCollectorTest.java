package io.mysimbdp.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A dataset is complete when all subtasks have said so, in whatever order and however often. */
class CompletionCollectorTest {
  private final CompletionCollector collector = new CompletionCollector();

  @Property
  void everyDatasetIsGivenOutOnceAndWhole(
      @ForAll @IntRange(min = 1, max = 5) int datasets,
      @ForAll @IntRange(min = 1, max = 4) int subtasks,
      @ForAll Random random) {
    List<Completion> completions = new ArrayList<>();
    for (int dataset = 0; dataset < datasets; dataset++) {
      for (int subtask = 0; subtask < subtasks; subtask++) {
        completions.add(completion("d" + dataset, subtask, subtasks));
      }
    }
    Collections.shuffle(completions, random);
    CompletionCollector fresh = new CompletionCollector();
    List<String> given = new ArrayList<>();
    for (Completion completion : completions) {
      fresh
          .add(completion, given.size())
          .ifPresent(
              set -> {
                given.add(set.dataset());
                assertThat(set.written().get("a")).isEqualTo(new AnalyticCount(subtasks, 10));
              });
    }
    assertThat(given).doesNotHaveDuplicates().hasSize(datasets);
  }

  @Test
  void aCompletionSeenTwiceCountsOnce() {
    assertThat(collector.add(completion("d", 0, 2), 0)).isEmpty();
    assertThat(collector.add(completion("d", 0, 2), 1)).isEmpty();
    assertThat(collector.add(completion("d", 1, 2), 2)).isPresent();
  }

  @Test
  void completionsFromBeforeARescaleDoNotCount() {
    assertThat(collector.add(completion("d", 0, 3), 0)).isEmpty();
    assertThat(collector.add(completion("d", 1, 2), 1)).isEmpty();
    assertThat(collector.add(completion("d", 0, 2), 2))
        .hasValueSatisfying(set -> assertThat(set.completions()).hasSize(2));
  }

  @Test
  void subtasksThatContradictEachOtherAreFoundOut() {
    collector.add(completion("d", 0, 2), 0);
    Completion other = new Completion("d", 1, 2, 0, 1, 999, List.of(), Map.of("a", 10L), Map.of());
    assertThat(collector.add(other, 1))
        .hasValueSatisfying(
            set ->
                assertThat(set.contradictions())
                    .containsExactly(
                        "dataset d: the completions of subtasks 0 and 1 differ in times or ledger"));
  }

  /** Its pairs are spread so that the subtasks' shares add up to 10. */
  private static Completion completion(String dataset, int subtask, int subtasks) {
    long pairs = subtask == 0 ? 10L - (subtasks - 1) : 1;
    return new Completion(
        dataset,
        subtask,
        subtasks,
        0,
        1,
        180_000,
        List.of(),
        Map.of("a", 10L),
        Map.of("a", new AnalyticCount(1, pairs)));
  }
}
