package io.mysimbdp.platform.dataset;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gathers completions until a dataset has those of all subtasks.
 *
 * <p>A set counts only with one number of subtasks: one of another number, from before the job was
 * rescaled, is dropped, since after a rescale every subtask writes its completion anew. A
 * completion that comes again takes the place of the first. A set that was complete is given out
 * once; repetitions of its parts are ignored until all of them have come again, and then it is
 * given out again (the reader knows datasets that it has dealt with).
 */
public final class CompletionCollector {
  private final Map<String, Map<Integer, Completion>> open = new TreeMap<>();

  /**
   * Takes the next completion of the topic.
   *
   * @param position its offset there
   * @return the whole set, if this was its last
   */
  public Optional<CompletionSet> add(Completion completion, long position) {
    Map<Integer, Completion> set =
        open.computeIfAbsent(completion.dataset(), dataset -> new TreeMap<>());
    if (set.values().stream().anyMatch(other -> other.subtasks() != completion.subtasks())) {
      set.clear();
    }
    set.put(completion.subtask(), completion);
    if (set.size() < completion.subtasks()) {
      return Optional.empty();
    }
    open.remove(completion.dataset());
    return Optional.of(new CompletionSet(java.util.List.copyOf(set.values()), position));
  }

  /** By dataset whose set is not whole, what is there of it: a sentence for people. */
  public Map<String, String> open() {
    Map<String, String> sentences = new TreeMap<>();
    open.forEach(
        (dataset, set) -> {
          int subtasks = set.values().iterator().next().subtasks();
          sentences.put(
              dataset,
              "completions of the sink's subtasks %s are there, of %d"
                  .formatted(set.keySet(), subtasks));
        });
    return sentences;
  }
}
